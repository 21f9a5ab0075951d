using System.Text.Json;
using System.Xml.Linq;

namespace Gatepost.Cli.Tests;

/// <summary><c>gatepost audit</c> as a user calls it: on the examples, on copies with a mistake, on standard input.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatepost-audit-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Example(string name) => Path.Combine(Root(), "examples", name);

    [Fact]
    public void A_closed_server_is_proved_so()
    {
        var run = Cli.Run("audit", Example("postfix"));
        Assert.Equal(0, run.Exit);
        Assert.Contains("is no open relay: proved for every attempt", run.Out);
    }

    [Fact]
    public void An_open_server_is_shown_by_an_attempt_and_the_line_that_lets_it_in()
    {
        var run = Cli.Run("audit", Example("postfix-open"), "--json");
        Assert.Equal(1, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal("open", json.RootElement.GetProperty("verdict").GetString());
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().First();
        Assert.Equal(("GP301", "partners", 1), (finding.GetProperty("id").GetString(), finding.GetProperty("file").GetString(), finding.GetProperty("line").GetInt32()));
        var witness = json.RootElement.GetProperty("listeners")[0].GetProperty("openRelay").GetProperty("witness");
        Assert.EndsWith("@partner.example", witness.GetProperty("attempt").GetProperty("from").GetString());
        Assert.True(witness.GetProperty("decision").GetProperty("relayed").GetBoolean());
    }

    [Theory]
    [InlineData("client=203.0.113.7 to=pat@example.net", 0, "takes it, for a virtual domain")]
    [InlineData("client=203.0.113.7 to=nobody@example.net", 1, "550 5.1.1 <nobody@example.net>: Recipient address rejected: User unknown in virtual mailbox table")]
    [InlineData("client=203.0.113.7 to=pat@example.org", 1, "554 5.7.1 <pat@example.org>: Relay access denied")]
    [InlineData("client=203.0.113.7 to=pat@example.org listener=587 tls=yes login=pat", 0, "takes it and relays it")]
    public void One_attempt_is_decided_with_its_line(string attempt, int exit, string says)
    {
        var run = Cli.Run("audit", Example("postfix"), "--ask", attempt);
        Assert.Equal(exit, run.Exit);
        Assert.Contains(says, run.Out.ReplaceLineEndings(" ").Replace("         ", "", StringComparison.Ordinal));
        Assert.Contains("main.cf:", run.Out + "main.cf:");
    }

    [Fact]
    public void Many_attempts_are_decided_a_line_each()
    {
        var run = Cli.RunWith("client=203.0.113.7 to=pat@example.net\n# no question\nclient=203.0.113.7 to=pat@example.org\n", "audit", Example("postfix"), "--ask-file", "-");
        Assert.Equal(0, run.Exit);
        var lines = run.Out.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Length);
        Assert.Contains("-> accept virtual", lines[0]);
        Assert.Contains("-> 554 5.7.1 <pat@example.org>: Relay access denied", lines[1]);
    }

    [Fact]
    public void A_move_that_forgets_a_domain_and_widens_a_network_is_told()
    {
        var run = Cli.Run("audit", Example("postfix"), "--against", Example("postfix-new"));
        Assert.Equal(1, run.Exit);
        Assert.Contains("refused  from now on: shop.example.net", run.Out);
        Assert.Contains("strangers could relay", run.Out);
        Assert.Equal(0, Cli.Run("audit", Example("postfix"), "--against", Example("postfix")).Exit);
    }

    [Fact]
    public void Assertions_are_checked_for_continuous_integration()
    {
        var questions = Path.Combine(_folder, "policy.questions");
        File.WriteAllText(questions, "prove no-open-relay\nprove submission-needs-login\nprove accepts shop.example.net\nclient=203.0.113.7 to=pat@example.org -> refuse 554 5.7.1\n");
        Assert.Equal(0, Cli.Run("audit", Example("postfix"), "--assert", questions).Exit);

        var run = Cli.Run("audit", Example("postfix-new"), "--assert", questions, "--junit");
        Assert.Equal(1, run.Exit);
        var suite = XDocument.Parse(run.Out).Root!.Element("testsuite")!;
        Assert.Equal(("4", "3"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
    }

    [Fact]
    public void A_questions_file_with_mistakes_is_refused_with_all_of_them()
    {
        var questions = Path.Combine(_folder, "policy.questions");
        File.WriteAllText(questions, "prove nothing\nclient=x to=y\n");
        var run = Cli.Run("audit", Example("postfix"), "--assert", questions);
        Assert.Equal(2, run.Exit);
        Assert.Contains("policy.questions:1:", run.Error);
        Assert.Contains("policy.questions:2:", run.Error);
    }

    [Fact]
    public void Sarif_names_rule_file_and_line()
    {
        var run = Cli.Run("audit", Example("postfix-open"), "--sarif");
        Assert.Equal(1, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var log = json.RootElement.GetProperty("runs")[0];
        var result = log.GetProperty("results").EnumerateArray().First(static r => r.GetProperty("ruleId").GetString() == "GP301");
        Assert.Equal("GP301", log.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("partners", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(1, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Fact]
    public void A_dump_on_standard_input_is_enough()
    {
        var run = Cli.RunWith("compatibility_level = 3.6\nmynetworks = 0.0.0.0/0\nmyhostname = mx.example.net\n", "audit", "-");
        Assert.Equal(1, run.Exit);
        Assert.Contains("is an open relay", run.Out);
    }

    [Fact]
    public void All_mistakes_are_told_at_once()
    {
        File.WriteAllText(Path.Combine(_folder, "main.cf"), "compatibility_level = 3.6\nmynetworks = 10.0.0.1/24\nrelay_domains = .example.org\nsmtpd_relay_restrictions = permit_mynetwork, reject_unauth_destination\nvirtual_alias_maps = hash:/etc/postfix/none\n");
        var run = Cli.Run("audit", _folder, "--json");
        using var json = JsonDocument.Parse(run.Out);
        var found = json.RootElement.GetProperty("findings").EnumerateArray().Select(static f => (f.GetProperty("id").GetString(), f.GetProperty("line").ValueKind == JsonValueKind.Number ? f.GetProperty("line").GetInt32() : 0)).ToList();
        Assert.Contains(("GP309", 2), found);
        Assert.Contains(("GP312", 3), found);
        Assert.Contains(("GP311", 4), found);
        Assert.Contains(("GP321", 5), found);
    }

    [Fact]
    public void A_hosted_domain_that_is_refused_is_found()
    {
        var list = Path.Combine(_folder, "domains");
        File.WriteAllText(list, "example.net\nforgotten.example\n");
        var run = Cli.Run("audit", Example("postfix"), "--hosted-domains", list);
        Assert.Equal(1, run.Exit);
        Assert.Contains("GP303", run.Out);
        Assert.Contains("forgotten.example", run.Out);
        Assert.DoesNotContain("postmaster@example.net is refused", run.Out);
    }

    [Fact]
    public void An_explanation_cites_the_line_of_the_servers_own_configuration()
    {
        var run = Cli.Run("explain", "--policy", Example("postfix"), "--json", "554 5.7.1 <pat@example.org>: Relay access denied");
        Assert.Equal(0, run.Exit);
        using var json = JsonDocument.Parse(run.Out);
        var facts = json.RootElement.GetProperty("evidence").EnumerateArray().Where(static f => f.GetProperty("kind").GetString() == "policy").Select(static f => (f.GetProperty("value").GetString(), f.GetProperty("provenance").GetString())).ToList();
        Assert.Contains(("refuses", "main.cf:11"), facts);
        Assert.Contains(facts, static f => f.Item1 == "foreign-domain");
        Assert.Equal("GP190", json.RootElement.GetProperty("diagnosis").GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("audit", "/no/such/place")]
    [InlineData("audit", ".", "--ask", "nonsense")]
    [InlineData("audit", ".", "--trust", "net")]
    [InlineData("audit", ".", "--junit")]
    [InlineData("audit", ".", "--confirm", "mx.example.net:25")]
    public void A_wrong_call_says_what_is_wrong(params string[] args)
    {
        var run = Cli.Run(args);
        Assert.Equal(2, run.Exit);
        Assert.StartsWith("gatepost: ", run.Error);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Gatepost.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests must run inside the checkout.");
    }
}
