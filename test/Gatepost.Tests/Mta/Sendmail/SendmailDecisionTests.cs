namespace Gatepost.Tests.Mta.Sendmail;

/// <summary>Decisions, each seen on a real Sendmail 8.17.1.</summary>
public class SendmailDecisionTests
{
    private const string Stranger = "203.0.113.5";

    [Theory]
    [InlineData("u@far.test", "550 5.7.1 <u@far.test>... Relaying denied")]
    [InlineData("root@own.test", "accept Local")]
    [InlineData("nosuch@own.test", "550 5.1.1 <nosuch@own.test>... User unknown")]
    [InlineData("u%far.test@own.test", "550 5.7.1 <u%far.test@own.test>... Relaying denied")]
    [InlineData("far.test!u@own.test", "550 5.7.1 <far.test!u@own.test>... Relaying denied")]
    [InlineData("@own.test:u@far.test", "550 5.7.1 <@own.test:u@far.test>... Relaying denied")]
    [InlineData("\"u@far.test\"@own.test", "550 5.7.1 <\"u@far.test\"@own.test>... Relaying denied")]
    [InlineData("u@far.test@own.test", "553 5.1.3 <u@far.test@own.test>... Invalid route address")]
    [InlineData("u@.far.test", "553 5.1.2 <u@.far.test>... Invalid host name")]
    [InlineData("u@", "553 5.1.3 <u@>... Hostname required")]
    [InlineData("@far.test", "553 5.1.3 <@far.test>... User address required")]
    [InlineData("", "553 5.0.0 <>... User address required")]
    [InlineData("u(x@own.test", "553 5.0.0 <u(x@own.test>... Unbalanced '('")]
    [InlineData("x,y@own.test", "553 5.1.3 <x,y@own.test>... Invalid route address")]
    [InlineData("|prog@own.test", "550 5.7.1 <|prog@own.test>... Cannot mail directly to programs")]
    public void Recipients_without_any_feature(string to, string decision) => Assert.Equal(decision, new SendmailSource("").Decide(Stranger, to));

    [Theory]
    [InlineData("a", "553 5.5.4 <a>... Domain name required for sender address a")]
    [InlineData("a@localhost", "553 5.5.4 <a@localhost>... Real domain name required for sender address")]
    [InlineData("a@b@c.test", "553 5.1.3 <a@b@c.test>... Invalid route address")]
    [InlineData("", "accept Local")]
    public void Senders(string from, string decision) => Assert.Equal(decision, new SendmailSource("").Decide(Stranger, "root@own.test", from));

    [Theory]
    [InlineData("FEATURE(`promiscuous_relay')", "u@far.test", "accept Other")]
    [InlineData("FEATURE(`relay_local_from')", "u@far.test", "accept Other")]
    [InlineData("RELAY_DOMAIN(`far.test')", "u@far.test", "accept RelayDomain")]
    [InlineData("RELAY_DOMAIN(`far.test')", "u@a.far.test", "accept RelayDomain")]
    [InlineData("RELAY_DOMAIN(`far.test')FEATURE(`relay_hosts_only')", "u@a.far.test", "550 5.7.1 <u@a.far.test>... Relaying denied")]
    [InlineData("RELAY_DOMAIN(`far.test')", "u%x.test@far.test", "550 5.7.1 <u%x.test@far.test>... Relaying denied")]
    [InlineData("RELAY_DOMAIN(`far.test')FEATURE(`loose_relay_check')", "u%x.test@far.test", "accept Other")]
    [InlineData("RELAY_DOMAIN(`203.0.113')", "u@far.test", "accept Other")]
    [InlineData("RELAY_DOMAIN(`client.test')", "u@far.test", "accept Other")]
    [InlineData("define(`confRELAY_MSG', `\"551 We do not\"')", "u@far.test", "551 5.7.1 We do not")]
    [InlineData("define(`confDELIVERY_MODE', `deferred')", "u@far.test", "accept Other")]
    public void Features_that_relay(string lines, string to, string decision) => Assert.Equal(decision, new SendmailSource(lines + "dnl").Decide(Stranger, to, "a@own.test"));

    [Theory]
    [InlineData("Connect:203.0.113\tRELAY", "u@far.test", "accept Other")]
    [InlineData("Connect:client.test\tRELAY", "u@far.test", "accept Other")]
    [InlineData("203.0\tRELAY", "u@far.test", "accept Other")]
    [InlineData("Connect:203.0.113.5\tREJECT", "root@own.test", "550 5.7.1 Access denied")]
    [InlineData("Connect:203.0.113.5\tERROR:4.7.1:450 later", "root@own.test", "450 4.7.1 later")]
    [InlineData("To:far.test\tRELAY", "u@a.far.test", "accept RelayDomain")]
    [InlineData("To:root@own.test\tERROR:5.1.1:550 gone away", "root@own.test", "550 5.1.1 <root@own.test>... gone away")]
    [InlineData("From:sender.test\tREJECT", "root@own.test", "550 5.7.1 <a@sender.test>... Access denied")]
    [InlineData("From:a@\t550 no  thanks (really), a@b.c d", "root@own.test", "550 5.0.0 <a@sender.test>... no thanks,a@b.c d")]
    [InlineData("From:sender.test\tno code", "root@own.test", "553 5.3.0 <a@sender.test>... no code")]
    [InlineData("From:sender.test\tERROR:\"554 5.7.3 quoted\"", "root@own.test", "554 5.7.3 quoted")]
    [InlineData("To:far.test\tQUARANTINE:held", "u@far.test", "accept Other")]
    public void Access_tables(string access, string to, string decision) =>
        Assert.Equal(decision, new SendmailSource("FEATURE(`access_db')dnl\nFEATURE(`blocklist_recipients')dnl").With("access", access + "\n").Decide(Stranger, to));

    [Fact]
    public void With_delay_checks_relaying_is_denied_before_the_client_is()
    {
        var source = new SendmailSource("FEATURE(`access_db')dnl\nFEATURE(`delay_checks')dnl").With("access", "Connect:203.0.113.5 REJECT\n");
        Assert.Equal("550 5.7.1 <u@far.test>... Relaying denied", source.Decide(Stranger, "u@far.test"));
        Assert.Equal("550 5.7.1 <root@own.test>... Access denied", source.Decide(Stranger, "root@own.test"));
    }

    [Fact]
    public void A_login_relays_only_where_its_mechanism_is_trusted()
    {
        Assert.Equal("550 5.7.1 <u@far.test>... Relaying denied", new SendmailSource("").Decide(Stranger, "u@far.test", login: "bob"));
        Assert.Equal("accept Other", new SendmailSource("TRUST_AUTH_MECH(`LOGIN PLAIN')dnl").Decide(Stranger, "u@far.test", login: "bob"));
        Assert.Equal("550 5.7.1 <u@far.test>... Relaying denied. Proper authentication required.", new SendmailSource("TRUST_AUTH_MECH(`LOGIN PLAIN')dnl").Decide(Stranger, "u@far.test"));
    }

    [Fact]
    public void A_client_without_a_name_is_told_so()
    {
        Assert.Equal("550 5.7.1 <u@far.test>... Relaying denied. IP name lookup failed [203.0.113.5]", new SendmailSource("").Decide(Stranger, "u@far.test", name: null));
        Assert.Equal("accept Other", new SendmailSource("").Decide("127.0.0.1", "u@far.test", name: null));
    }

    [Fact]
    public void Virtual_users_belong_to_domains_that_are_relayed_to()
    {
        var source = new SendmailSource("FEATURE(`virtusertable')dnl\nVIRTUSER_DOMAIN(`virt.test')dnl")
            .With("virtusertable", "a@virt.test root\nb@virt.test error:nouser 550 no b\n@virt.test %1@own.test\n");
        Assert.Equal("accept Virtual", source.Decide(Stranger, "a@virt.test"));
        Assert.Equal("550 5.0.0 <b@virt.test>... no b", source.Decide(Stranger, "b@virt.test"));
        Assert.Equal("550 5.1.1 <c@virt.test>... User unknown", source.Decide(Stranger, "c@virt.test"));
    }

    [Fact]
    public void Without_the_users_a_local_recipient_depends_on_them() =>
        Assert.Equal("depends passwd (recipient)", new SendmailSource("") { Options = new() { HostName = "mx.own.test" } }.Decide(Stranger, "u@own.test"));
}
