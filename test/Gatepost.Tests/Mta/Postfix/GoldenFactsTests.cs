namespace Gatepost.Tests.Mta.Postfix;

/// <summary>What a real Postfix 3.7.11 answered: a configuration on top of the base, an attempt, the answer.</summary>
public sealed class GoldenFactsTests
{
    private const string Denied = "554 5.7.1 <u@far.test>: Relay access denied";
    private const string Drop = "closed";
    private const string Temporary = "451 4.3.0 <u@far.test>: Temporary lookup failure";
    private const string T = "texthash:/etc/postfix/T";
    private const string Std = PostfixWorld.Std;

    private static readonly (string, string)[] Files = [("/etc/postfix/T", "good.test OK\n10.9 OK\nclassy.test myclass\n")];

    [Theory]
    [InlineData("compatibility_level =\nmynetworks = 10.0.0.0/8", "", Drop)]
    [InlineData("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions =", "", Drop)]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks", "", Drop)]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination\nsmtpd_recipient_restrictions = check_sender_access " + T, "from=x@good.test", Denied)]
    [InlineData("smtpd_relay_restrictions = check_helo_access " + T + ", reject_unauth_destination", "helo=good.test", "accept other")]
    [InlineData("smtpd_relay_restrictions = check_helo_access " + T + ", reject_unauth_destination", "helo=a.good.test", "accept other")]
    [InlineData("smtpd_relay_restrictions = check_helo_access " + T + ", reject_unauth_destination", "helo=10.9", "accept other")]
    [InlineData("smtpd_relay_restrictions = check_helo_access " + T + ", reject_unauth_destination", "helo=10.9.1", Denied)]
    [InlineData(Std + "smtpd_client_restrictions = check_client_access " + T + ", reject", "client=10.9.8.7", Denied)]
    [InlineData(Std + "smtpd_client_restrictions = check_client_access " + T + ", reject", "client=10.9.8.7 to=u@example.org", "accept local")]
    [InlineData(Std + "smtpd_client_restrictions = check_client_access " + T + ", reject", "to=u@example.org", "554 5.7.1 <unknown[192.0.2.7]>: Client host rejected: Access denied")]
    [InlineData(Std + "mynetworks = 10.0.0.1/24", "client=10.0.0.9", Temporary)]
    [InlineData(Std + "mynetworks = 10.0.0.1/24", "to=u@example.org", "451 4.3.0 <u@example.org>: Temporary lookup failure")]
    [InlineData(Std + "mynetworks = 0.0.0.0/0", "", "accept other")]
    [InlineData(Std + "mynetworks = 0.0.0.0/0", "client=2001:db8::1", Denied)]
    [InlineData(Std + "relay_domains = rel.test, .dot.test\nparent_domain_matches_subdomains =", "to=u@a.rel.test", "554 5.7.1 <u@a.rel.test>: Relay access denied")]
    [InlineData(Std + "relay_domains = rel.test, .dot.test\nparent_domain_matches_subdomains =", "to=u@rel.test", "accept relay-domain")]
    [InlineData(Std + "relay_domains = rel.test, .dot.test\nparent_domain_matches_subdomains =", "to=u@dot.test", "554 5.7.1 <u@dot.test>: Relay access denied")]
    [InlineData(Std + "relay_domains = rel.test, .dot.test\nparent_domain_matches_subdomains =", "to=u@a.dot.test", "accept relay-domain")]
    [InlineData(Std + "relay_domains = rel.test, .dot.test", "to=u@a.b.rel.test", "accept relay-domain")]
    [InlineData(Std + "relay_domains = rel.test, .dot.test", "to=u@a.dot.test", "554 5.7.1 <u@a.dot.test>: Relay access denied")]
    [InlineData(Std + "relay_domains = rel.test\nallow_untrusted_routing = yes", "to=u%far.test@rel.test", "accept relay-domain")]
    [InlineData(Std + "relay_domains = rel.test\nallow_untrusted_routing = yes", "to=far.test!u@rel.test", "accept relay-domain")]
    [InlineData(Std + "relay_domains = rel.test\nallow_untrusted_routing = yes", "to=u%far.test@example.org", "554 5.7.1 <u%far.test@example.org>: Relay access denied")]
    [InlineData(Std + "relay_domains = rel.test", "to=u%far.test@rel.test", "554 5.7.1 <u%far.test@rel.test>: Relay access denied")]
    [InlineData("smtpd_relay_restrictions = permit_mynetworks, warn_if_reject reject_unauth_destination, reject_unauth_destination", "", Denied)]
    [InlineData("smtpd_relay_restrictions = warn_if_reject reject_unauth_destination", "", Drop)]
    [InlineData("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = check_sender_access " + T + ", permit_mynetworks, reject_unauth_destination", "from=x@good.test", "accept other")]
    [InlineData("smtpd_relay_restrictions =\nsmtpd_recipient_restrictions = check_sender_access " + T + ", permit_mynetworks, reject_unauth_destination", "", Denied)]
    [InlineData(Std + "relay_domains_reject_code = 450", "", "450 4.7.1 <u@far.test>: Relay access denied")]
    [InlineData("smtpd_restriction_classes = myclass\nmyclass = permit\nsmtpd_relay_restrictions = check_sender_access " + T + ", reject_unauth_destination", "from=x@classy.test", "accept other")]
    [InlineData("smtpd_relay_restrictions = permit_auth_destination, reject", "to=u@example.org", "accept local")]
    [InlineData("smtpd_relay_restrictions = permit_auth_destination, reject", "", "554 5.7.1 <u@far.test>: Recipient address rejected: Access denied")]
    [InlineData(Std + "virtual_alias_maps = inline:{ {vdom.test=x} {u@vdom.test=u@far.test} {far.test=yes} }", "to=u@vdom.test", "accept alias")]
    [InlineData(Std + "virtual_alias_maps = inline:{ {vdom.test=x} {u@vdom.test=u@far.test} {far.test=yes} }", "to=z@vdom.test", "550 5.1.1 <z@vdom.test>: Recipient address rejected: User unknown in virtual alias table")]
    [InlineData(Std + "virtual_alias_maps = inline:{ {vdom.test=x} {u@vdom.test=u@far.test} {far.test=yes} }", "", "550 5.1.1 <u@far.test>: Recipient address rejected: User unknown in virtual alias table")]
    [InlineData(Std + "virtual_mailbox_maps = pcre:{ {/./ x} }", "", "accept virtual")]
    [InlineData(Std + "virtual_alias_maps = texthash:/nonexistent", "", Temporary)]
    [InlineData(Std + "virtual_alias_maps = texthash:/nonexistent", "to=u@example.org", "451 4.3.0 <u@example.org>: Temporary lookup failure")]
    [InlineData(Std + "proxy_interfaces = 198.51.100.4", "to=u@[127.0.0.1]", "accept local")]
    [InlineData(Std + "proxy_interfaces = 198.51.100.4", "to=u@[198.51.100.4]", "accept local")]
    [InlineData(Std + "proxy_interfaces = 198.51.100.4", "to=u@[198.51.100.5]", "554 5.7.1 <u@[198.51.100.5]>: Relay access denied")]
    [InlineData(Std + "proxy_interfaces = 198.51.100.4", "to=u@127.0.0.1", "501 5.1.3 Bad recipient address syntax")]
    [InlineData(Std + "myorigin = example.org\nappend_dot_mydomain = yes", "to=bob", "accept local")]
    [InlineData(Std + "myorigin = example.org\nappend_dot_mydomain = yes", "to=bob@host", "554 5.7.1 <bob@host>: Relay access denied")]
    public void Postfix_answers(string configuration, string attempt, string answer) =>
        Assert.Equal(answer, PostfixWorld.Ask(PostfixWorld.Read(PostfixWorld.Base + configuration + "\n", files: Files), attempt));
}
