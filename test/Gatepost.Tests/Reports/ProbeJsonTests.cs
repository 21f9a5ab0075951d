using System.Buffers;
using System.Text;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Tests.Reports;

public sealed class ProbeJsonTests
{
    private static readonly JsonSchema Schema = JsonSchema.Load(Path.Combine(Golden.Root(), "docs", "schema", "probe-1.json"));

    private static string Write(ProbeVerdict verdict, bool withWire = true)
    {
        using var json = new ProbeJson();
        var output = new ArrayBufferWriter<byte>();
        json.Write("pat@example.net", verdict, withWire, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static IReadOnlyList<string> Problems(ProbeVerdict verdict) => Schema.Validate(JsonDocument.Parse(Write(verdict)).RootElement);

    [Fact]
    public void One_object_a_line() =>
        Golden.Assert("probe.jsonl.golden", Write(ProbeSamples.Accepts, withWire: false) + Write(ProbeSamples.NotConfigured) + Write(ProbeSamples.NullMx));

    [Fact]
    public void Samples_are_valid() => Assert.All(ProbeSamples.All, static v => Assert.Empty(Problems(v)));

    [Fact]
    public void Every_member_of_every_enum_is_in_the_schema()
    {
        var seen = ProbeSamples.Migration.Observations;
        var dialog = seen.MxDialogs[0];
        void Valid(ProbeVerdict verdict) => Assert.Empty(Problems(verdict));
        void Dialog(DialogResult d) => Valid(ProbeSamples.Migration with { Observations = seen with { MxDialogs = [d] } });
        void Survey(DomainSurvey s) => Valid(ProbeSamples.Migration with { Observations = seen with { Domain = s } });
        foreach (var value in Enum.GetValues<ProbeVerdictKind>()) Valid(ProbeSamples.Migration with { Kind = value });
        foreach (var value in Enum.GetValues<DialogFault>()) Dialog(dialog with { Outcome = new DialogOutcome(SmtpPhase.Ehlo, value) });
        foreach (var value in Enum.GetValues<SmtpPhase>()) Dialog(dialog with { Outcome = new DialogOutcome(value, DialogFault.None) });
        foreach (var value in Enum.GetValues<WireKind>()) Dialog(dialog with { Wire = [new WireLine(value, "", default)] });
        foreach (var value in Enum.GetValues<MailRoute>()) Survey(seen.Domain! with { Route = value });
        foreach (var value in Enum.GetValues<DnssecState>()) Survey(seen.Domain! with { Dnssec = value });
        foreach (var value in Enum.GetValues<DnsFindingKind>()) Survey(seen.Domain! with { Findings = [new DnsFinding(value, "", "", "")] });
        foreach (var value in Enum.GetValues<MailHostState>()) Survey(seen.Domain! with { Hosts = [seen.Domain.Hosts[0] with { State = value, Canonical = "a.example" }] });
        foreach (var value in Enum.GetValues<DnsOutcome>())
            Survey(seen.Domain! with { Servers = [seen.Domain.Servers[0] with { Mx = new DnsResponse(new DnsQuery("example.net", DnsType.Mx), value) }] });
    }

    [Fact]
    public void A_login_and_its_reply_are_written_and_the_secret_is_not()
    {
        var dialog = ProbeSamples.Dialog("mail.example.com", "192.0.2.25", 1, "250");
        dialog = dialog with { Plan = dialog.Plan with { Login = new Login("me", "hunter2") }, Login = new LoginResult("PLAIN", false, new Reply(535, Samples.Status("5.7.8"), "no")) };
        var verdict = ProbeSamples.Accepts with { Observations = ProbeSamples.Accepts.Observations with { MxDialogs = [], RefuserDialogs = [dialog] } };
        Assert.Empty(Problems(verdict));
        Assert.Contains("\"login\":{\"user\":\"me\",\"mechanism\":\"PLAIN\",\"accepted\":false", Write(verdict));
        Assert.DoesNotContain("hunter2", Write(verdict));
    }
}
