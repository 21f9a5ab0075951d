using Gatepost.Relay;

namespace Gatepost.Tests.Mta.OpenSmtpd;

/// <summary>Decisions that the real OpenSMTPD 6.8.0p2 gave.</summary>
public class OpenSmtpdDecisionTests
{
    private const string Usual =
        """
        listen on 192.0.2.25 port 25
        table aliases { staff = "bob, u@far.test", broken = "a@", gone = "error:552 5.2.2 full", loop = loop, again = "x@own.test" }
        table virtuals { "u@virtual.test" = bob, "far@virtual.test" = "u@far.test", "ghost@virtual.test" = ghost, "tagged+t@virtual.test" = "error:550 5.1.1 tag" }
        action "local" mbox alias <aliases>
        action "virtual" maildir virtual <virtuals>
        action "backup" relay backup
        action "out" relay
        match from any for domain { own.test, "*.own.test" } action "local"
        match from any for domain virtual.test action "virtual"
        match from any for domain partner.test action "backup"
        match from local for any action "out"
        match auth from any for any action "out"
        """;

    [Theory]
    [InlineData("client=198.51.100.7 to=bob@own.test", "accept local")]
    [InlineData("client=198.51.100.7 to=BOB+tag@OWN.test", "accept local")]
    [InlineData("client=198.51.100.7 to=bob@a.own.test", "accept local")]
    [InlineData("client=198.51.100.7 to=bob@a.b.own.test", "550 Invalid recipient: <bob@a.b.own.test>")]
    [InlineData("client=198.51.100.7 to=Ghost@own.test", "550 Invalid recipient: <Ghost@own.test>")]
    [InlineData("client=198.51.100.7 to=u@far.test", "550 Invalid recipient: <u@far.test>")]
    [InlineData("client=127.0.0.1 to=u@far.test", "accept other")]
    [InlineData("client=127.0.0.2 to=u@far.test", "550 Invalid recipient: <u@far.test>")]
    [InlineData("client=::1 to=u@far.test", "accept other")]
    [InlineData("client=198.51.100.7 to=u@partner.test", "accept relay-domain")]
    [InlineData("client=198.51.100.7 to=u@virtual.test", "accept virtual")]
    [InlineData("client=198.51.100.7 to=u+x@virtual.test", "accept virtual")]
    [InlineData("client=198.51.100.7 to=tagged+t@virtual.test", "550 5.1.1 tag: <tagged+t@virtual.test>")]
    [InlineData("client=198.51.100.7 to=nobody@virtual.test", "524 5.2.4 Mailing list expansion problem: <nobody@virtual.test>")]
    [InlineData("client=198.51.100.7 to=ghost@virtual.test", "550 Invalid recipient: <ghost@virtual.test>")]
    [InlineData("client=198.51.100.7 to=far@virtual.test", "accept virtual")]
    [InlineData("client=198.51.100.7 to=staff@own.test", "accept local")]
    [InlineData("client=198.51.100.7 to=broken@own.test", "424 4.2.4 Mailing list expansion problem: <broken@own.test>")]
    [InlineData("client=198.51.100.7 to=gone@own.test", "552 5.2.2 full: <gone@own.test>")]
    [InlineData("client=198.51.100.7 to=loop@own.test", "550 Invalid recipient: <loop@own.test>")]
    [InlineData("client=198.51.100.7 to=again@own.test", "550 Invalid recipient: <again@own.test>")]
    public void Recipients_are_taken_by_the_first_rule_that_matches_and_by_what_aliases_lead_to(string question, string decision) =>
        Assert.Equal(decision, Smtpd.Ask(Smtpd.Read(Usual), question));

    [Theory]
    [InlineData("to=bob%far.test@own.test", "550 Invalid recipient: <bob%far.test@own.test>")]
    [InlineData("to=@r.test:bob@own.test", "accept local")]
    [InlineData("to=\"\\\"bob\\\"@own.test\"", "501 5.1.3 Recipient address syntax error")]
    [InlineData("to=bob@own.test.", "501 5.1.3 Recipient address syntax error")]
    [InlineData("to=bob..x@own.test", "501 5.1.3 Recipient address syntax error")]
    [InlineData("to=bob@[192.0.2.300]", "501 5.1.3 Recipient address syntax error")]
    [InlineData("to=bob@[192.0.2.30]", "550 Invalid recipient: <bob@[192.0.2.30]>")]
    [InlineData("to=bob from=a..b@c.test", "at mail: 553 5.1.0 Sender address syntax error")]
    [InlineData("to=bob@own.test helo=none", "at mail: 503 5.5.1 Invalid command: Command not allowed at this point.")]
    [InlineData("to=bob@own.test helo=-x", "at ehlo: 501 5.5.4 Invalid command arguments: Invalid domain name")]
    [InlineData("to=bob@own.test tls=yes", "at starttls: 503 5.5.1 Invalid command: Command not supported")]
    [InlineData("to=bob@own.test login=bob", "at auth: 503 5.5.1 Invalid command: Command not supported")]
    public void Addresses_and_commands_are_looked_at_first(string question, string decision) =>
        Assert.Equal(decision, Smtpd.Ask(Smtpd.Read(Usual), "client=198.51.100.7 " + question));

    [Fact]
    public void A_bare_recipient_gets_the_listeners_name() =>
        Assert.Equal("550 Invalid recipient: <ghost@mx.own.test>", Smtpd.Ask(Smtpd.Read(Usual), "client=198.51.100.7 to=ghost"));

    [Theory]
    [InlineData("tls-require pki p", "client=198.51.100.7 to=bob@own.test from=..", "at mail: 530 5.5.1 Invalid command: Must issue a STARTTLS command first")]
    [InlineData("tls-require pki p", "client=198.51.100.7 to=bob@own.test tls=yes", "accept local")]
    [InlineData("tls pki p auth", "client=198.51.100.7 to=bob@own.test tls=yes", "at mail: 530 5.5.1 Invalid command: Must issue an AUTH command first")]
    [InlineData("tls pki p auth", "client=198.51.100.7 to=bob@own.test login=bob", "at auth: 503 5.5.1 Invalid command: Command not supported")]
    [InlineData("tls pki p auth", "client=198.51.100.7 to=u@far.test login=bob tls=yes", "accept other")]
    [InlineData("smtps pki p auth-optional", "client=198.51.100.7 to=bob@own.test", "closed")]
    [InlineData("smtps pki p auth-optional", "client=198.51.100.7 to=bob@own.test tls=yes", "accept local")]
    [InlineData("tls-require verify pki p", "client=198.51.100.7 to=bob@own.test tls=yes", "closed")]
    [InlineData("tls-require verify pki p", "client=198.51.100.7 to=bob@own.test tls=verified", "accept local")]
    public void A_listener_asks_for_encryption_and_a_login_before_the_sender(string options, string question, string decision) =>
        Assert.Equal(decision, Smtpd.Ask(Smtpd.Read(Usual.Replace("port 25", options, StringComparison.Ordinal)), question));

    [Theory]
    [InlineData("login=bob from=bob@own.test", "accept other")]
    [InlineData("login=bob from=bob+news@own.test", "accept other")]
    [InlineData("login=bob from=x@any.test", "at mail: 530 Sender rejected")]
    [InlineData("login=eve from=bob@own.test", "at mail: 530 Sender rejected")]
    [InlineData("login=ann from=x@any.test", "accept other")]
    public void Logins_use_the_senders_that_are_theirs(string question, string decision)
    {
        var configuration = Smtpd.Read(Usual.Replace("port 25", "tls pki p auth senders { bob = \"bob@own.test, b@own.test\", ann = \"@any.test\" } masquerade", StringComparison.Ordinal));
        Assert.Equal(decision, Smtpd.Ask(configuration, $"client=198.51.100.7 tls=yes to=u@far.test {question}"));
    }

    [Fact]
    public void The_listeners_come_in_order_with_what_they_offer()
    {
        var read = Smtpd.Read(Usual + "\nlisten on socket\nlisten on lo0 port 10025 tag FILTERED\nlisten on egress port submission tls-require auth tag MSA\nlisten on egress smtps auth\n");
        Assert.Equal(["192.0.2.25:25", "FILTERED", "MSA", "egress:465"], read.Policies.Select(static p => p.Listener.Name));
        Assert.Equal([25, 10025, 587, 465], read.Policies.Select(static p => p.Listener.Port!.Value));
        Assert.Equal([false, true, false, false], read.Policies.Select(static p => p.Listener.IsInternal));
        Assert.Equal([false, false, true, true], read.Policies.Select(static p => p.Listener.OffersLogin && p.Listener.IsSubmission && p.Listener.DemandsTls));
    }

    [Fact]
    public void The_domains_are_those_that_rules_name()
    {
        var domains = Smtpd.Read(Usual).Domains;
        Assert.Equal(AddressClass.Local, domains.Single(static d => d.Name == "own.test").Class);
        Assert.Equal(AddressClass.Virtual, domains.Single(static d => d.Name == "virtual.test").Class);
        Assert.Equal(AddressClass.RelayDomain, domains.Single(static d => d.Name == "partner.test").Class);
    }

    [Theory]
    [InlineData("match from any for any action out", "accept other")]
    [InlineData("match from any for domain \"*\" action out", "accept other")]
    [InlineData("match from any for domain regex \".\" action out", "accept other")]
    [InlineData("match from any !for domain own.test action out", "accept other")]
    [InlineData("match from any for any action catch", "accept virtual")]
    [InlineData("match from any for rcpt-to { \"@far.test\" } action out", "accept relay-domain")]
    public void Names_that_stand_for_many_make_no_domain_the_servers_own(string rule, string decision) =>
        Assert.Equal(decision, Smtpd.Ask($"action out relay\naction catch maildir virtual {{ \"@\" = bob }}\n{rule}\n", "client=198.51.100.7 to=u@far.test"));
}
