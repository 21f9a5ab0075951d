using System.Buffers;
using System.Text;
using System.Text.Json;
using Gatepost.Audits;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Questions;
using Gatepost.Reports;
using Gatepost.Tests.Reports;

namespace Gatepost.Tests.Audits;

/// <summary>What an audit prints: JSON after its schemas, text without anything that a configuration could smuggle in.</summary>
public sealed class AuditReportsTests
{
    private const string Hostile = "x\u001b]0;owned\u0007\u202e.example";

    private static readonly string Questions = "prove no-open-relay\nprove accepts example.net\nclient=203.0.113.7 to=u@far.example -> refuse 554\n";

    [Theory]
    [InlineData("postfix", AuditVerdict.Closed)]
    [InlineData("postfix-open", AuditVerdict.Open)]
    public void Json_is_as_the_schemas_say(string example, AuditVerdict verdict)
    {
        var configuration = Read(example);
        var audit = Auditor.Run(configuration, new AuditOptions());
        Assert.Equal(verdict, audit.Verdict);
        Valid("audit-1", b => AuditJson.Write("p", audit, b));
        var policy = PolicyChoice.Of(configuration, null)!;
        Assert.True(AttemptLine.TryParse("client=203.0.113.7 to=u@far.example", out var attempt, out _));
        Valid("decision-1", b => DecisionJson.Write(policy.Listener, attempt!.Attempt, Evaluator.Evaluate(policy, attempt.Attempt), b));
        Valid("difference-1", b => MigrationJson.Write("a", "b", Migration.Compare(configuration, Read("postfix-new"), new AuditOptions()), b));
        Valid("assertion-1", b => AssertionReport.Write([.. Assertions.Check(QuestionFile.Parse(Questions), configuration, new AuditOptions(), Knowledge.None).Take(1)], b));
    }

    [Fact]
    public void A_hostile_configuration_is_shown_as_text()
    {
        var files = new MemoryFiles(new Dictionary<string, string>
        {
            ["/etc/postfix/main.cf"] = $"compatibility_level = 3.6\nmyhostname = mx.example.net\nrelay_domains = .{Hostile}\nsmtpd_relay_restrictions = {Hostile}, check_sender_access inline:{{ {{{Hostile} = OK}} }}, reject_unauth_destination\n",
        });
        var configuration = ConfigurationReader.Read(Software.Postfix, files, "/etc/postfix/main.cf", new ReadingOptions());
        var audit = Auditor.Run(configuration, new AuditOptions());
        var text = new StringBuilder();
        AuditReport.Write(Hostile, audit, ReportStyle.Default with { Verbose = true }, text);
        EscapeTests.AssertClean(text.ToString(), lines: true);
        EscapeTests.AssertClean(Json(b => AuditJson.Write(Hostile, audit, b)), lines: true);
        EscapeTests.AssertClean(Json(b => SarifReport.Write(audit.Findings, "1", "", b)), lines: true);
    }

    [Fact]
    public void The_difference_of_a_configuration_with_itself_is_nothing()
    {
        var configuration = Read("postfix");
        Assert.Empty(Migration.Compare(configuration, configuration, new AuditOptions()));
    }

    [Fact]
    public void Assertions_hold_fail_or_stay_open()
    {
        var results = Assertions.Check(QuestionFile.Parse(Questions), Read("postfix"), new AuditOptions(), Knowledge.None);
        Assert.Equal([true, true, true], results.Select(static r => r.Holds));
        results = Assertions.Check(QuestionFile.Parse(Questions), Read("postfix-open"), new AuditOptions(), Knowledge.None);
        Assert.Equal([false, true, true], results.Select(static r => r.Holds));
        Assert.Contains("partner.example", results[0].Said);
    }

    private static Configuration Read(string example)
    {
        var folder = Path.Combine(Golden.Root(), "examples", example);
        return ConfigurationReader.Read(Software.Postfix, new DirectoryFiles(folder, DirectoryKind.Copy), folder + "/main.cf", new ReadingOptions());
    }

    private static void Valid(string schema, Action<ArrayBufferWriter<byte>> write)
    {
        using var json = JsonDocument.Parse(Json(write));
        Assert.Empty(JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", schema + ".json")).Validate(json.RootElement));
    }

    private static string Json(Action<ArrayBufferWriter<byte>> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        write(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
