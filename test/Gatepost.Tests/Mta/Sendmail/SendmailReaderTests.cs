using Gatepost.Mta;
using Gatepost.Mta.Sendmail;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Tests.Mta.Sendmail;

public class SendmailReaderTests
{
    [Theory]
    [InlineData("FEATURE(`acess_db')dnl", "sendmail.mc:4", "write FEATURE(`access_db')")]
    [InlineData("FETURE(`access_db')dnl", "sendmail.mc:4", "write FEATURE")]
    [InlineData("define(`confPRIVACY_FLAG', `goaway')dnl", "sendmail.mc:4", "write confPRIVACY_FLAGS")]
    [InlineData("FEATURE(`promiscuous_relay')dnl", "sendmail.mc:4", "delete the line; name the clients that may relay in access")]
    [InlineData("DAEMON_OPTIONS(`Port=587, Name=MSA, M=Ea')dnl", "sendmail.mc:4", "add TRUST_AUTH_MECH(`PLAIN LOGIN')")]
    [InlineData("FEATURE(`blocklist_recipients')dnl", "sendmail.mc:4", "write FEATURE(`blocklist_recipients') below FEATURE(`access_db')")]
    [InlineData("RELAY_DOMAIN(`10.9.0.0/16')dnl", "sendmail.mc:4", "write 10.9")]
    public void Mistakes_are_named_with_what_to_write(string line, string at, string write)
    {
        var problem = Assert.Single(new SendmailSource(line).Read().Problems);
        Assert.EndsWith(at, problem.Origin.ToString(), StringComparison.Ordinal);
        Assert.Equal(write, problem.Write);
    }

    [Theory]
    [InlineData("Connect:192.0.2.0/24 RELAY", "write Connect:192.0.2")]
    [InlineData("Connect:org RELAY", "name the domains that are yours")]
    [InlineData("To:com RELAY", "name the domains that are yours")]
    [InlineData("To:a RELAY\nTo:a OK", "delete one of both")]
    [InlineData("Connect:IPv6:2001:0db8 RELAY", "write the groups without leading zeros and without ::")]
    [InlineData("Connect:10", "write a value, or delete the line")]
    public void Mistakes_in_the_access_table_are_named(string access, string write)
    {
        var problems = new SendmailSource("FEATURE(`access_db')dnl").With("access", access + "\n").Read().Problems;
        Assert.Contains(problems, p => p.Write == write && p.Origin.File.EndsWith("access", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("LOCAL_RULESETS\nSLocal_check_rcpt\nR$*\t\t$@ OK", true)]
    [InlineData("LOCAL_RULESETS\nSCheckSubject\nR$*\t\t$@ OK", false)]
    [InlineData("LOCAL_RULE_0\nR$+ < @ x > $#local $: $1", true)]
    [InlineData("define(`_RELAY_X_', 1)dnl", true)]
    [InlineData("FEATURE(`nosuchthing')dnl", true)]
    [InlineData("include(`/etc/mail/other.m4')dnl", true)]
    [InlineData("INPUT_MAIL_FILTER(`dkim', `S=inet:8891@localhost')dnl", false)]
    [InlineData("MASQUERADE_AS(`own.test')dnl\nFEATURE(`genericstable')dnl", false)]
    public void What_is_not_followed_prevents_a_proof(string lines, bool prevents) =>
        Assert.Equal(prevents, new SendmailSource(lines).Read().Coverage.Any(static c => c.PreventsProof));

    [Fact]
    public void A_decision_names_the_line_that_decided()
    {
        var policy = new SendmailSource("FEATURE(`access_db')dnl").With("access", "# mine\nConnect:203.0.113 RELAY\n").Read().Policies[0];
        var decision = Evaluator.Evaluate(policy, new Attempt { Client = System.Net.IPAddress.Parse("203.0.113.9"), RcptTo = "u@far.test" });
        Assert.Equal(DecisionKind.Accept, decision.Kind);
        Assert.Contains(decision.Trace, static t => t.Answer.At?.ToString() == "/etc/mail/access:2");
    }

    [Fact]
    public void Listeners_are_those_of_the_daemon_options()
    {
        var listeners = new SendmailSource("DAEMON_OPTIONS(`Port=submission, Name=MSA, M=Ea, Addr=127.0.0.1')dnl").Read().Policies.Select(static p => p.Listener).ToList();
        Assert.Equal(["MSA", "MTA"], listeners.Select(static l => l.Name));
        Assert.True(listeners[0] is { Port: 587, IsInternal: true, IsSubmission: true });
        Assert.True(listeners[1] is { Port: 25, IsInternal: false });
    }

    [Theory]
    [InlineData("RELAY_DOMAIN(`10.9')dnl", ProofStatus.Proved)]
    [InlineData("RELAY_DOMAIN(`203.0.113')dnl", ProofStatus.Witness)]
    [InlineData("FEATURE(`promiscuous_relay')dnl", ProofStatus.Witness)]
    [InlineData("RELAY_DOMAIN(`rel.test')dnl\nFEATURE(`loose_relay_check')dnl", ProofStatus.Witness)]
    public void Relaying_for_strangers_is_proved_or_shown(string lines, ProofStatus status)
    {
        var policy = new SendmailSource("FEATURE(`accept_unresolvable_domains')dnl\n" + lines).Read().Policies[0];
        Assert.Equal(status, OpenRelayQuestion.Ask(policy).Status);
    }

    [Fact]
    public void A_proof_says_that_it_trusts_the_names_of_the_own_domains()
    {
        var policy = new SendmailSource("").Read().Policies[0];
        var result = OpenRelayQuestion.Ask(policy);
        Assert.Equal(ProofStatus.Proved, result.Status);
        Assert.Equal("DNS gives the server's own names ($=w) to no stranger's address", Assert.Single(result.Suppositions).Text);
        Assert.Equal(ProofStatus.Witness, OpenRelayQuestion.Ask(policy, new ProofOptions { Assumptions = [new Assumption("client name in $=w", 1)] }).Status);
    }

    [Fact]
    public void Own_domains_are_listed_with_their_class()
    {
        var domains = new SendmailSource("FEATURE(`access_db')dnl\nRELAY_DOMAIN(`rel.test 10.9')dnl").With("access", "To:back.test RELAY\n").Read().Domains;
        Assert.Contains(domains, static d => d is { Name: "own.test", Class: AddressClass.Local, Origin.Line: 1 });
        Assert.Contains(domains, static d => d is { Name: "rel.test", Class: AddressClass.RelayDomain });
        Assert.Contains(domains, static d => d is { Name: "back.test", Class: AddressClass.RelayDomain });
        Assert.DoesNotContain(domains, static d => d.Name == "10.9");
    }

    [Fact]
    public void A_server_of_a_public_repository_reads()
    {
        var folder = SharedCorpus.Find("configs/aghorler__aaronhorler.com-server");
        Assert.SkipWhen(folder is null, "The shared corpus is not here.");
        var files = new Dictionary<string, string> { [SendmailSource.Path] = File.ReadAllText(Path.Combine(folder, "etc/mail/sendmail.mc")) };
        var read = SendmailReader.Read(new MemoryFiles(files), SendmailSource.Path, new ReadingOptions());
        Assert.Equal(["MTA-v4", "MSP-v4"], read.Policies.Select(static p => p.Listener.Name));
        Assert.DoesNotContain(read.Coverage, static c => c.Coverage == Coverage.Unrecognised);
        Assert.Contains(read.Coverage, static c => c is { Setting: "FEATURE(`delay_checks', `friend', `n')", Coverage: Coverage.Understood, Origin.Line: 82 });
    }
}
