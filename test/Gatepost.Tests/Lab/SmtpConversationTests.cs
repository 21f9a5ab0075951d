using System.Net;
using Gatepost.Evidence.Dns;
using Gatepost.Lab.Smtp;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Tests.Lab;

/// <summary>The products' words and the lab's policy, without sockets.</summary>
public class SmtpConversationTests
{
    private const string Foreign = "pat@tulip.example";
    private static readonly ClientView Client = new(IPAddress.Parse("203.0.113.200"), new DateTimeOffset(2026, 11, 24, 8, 41, 7, TimeSpan.Zero));
    private static readonly MailServer Server = new("mx.rose.example", "198.51.100.25", Postfix.Instance)
    {
        Domains = ["rose.example"],
        Recipients = ["rosa@rose.example"],
        Account = ("rosa@rose.example", "secret"),
    };

    public static TheoryData<MailProduct, string, string> Denials() => new()
    {
        { Postfix.Instance, Foreign, "554 5.7.1 <pat@tulip.example>: Relay access denied" },
        { Exim.Instance, Foreign, "550 relay not permitted" },
        { Sendmail.Instance, Foreign, "550 5.7.1 <pat@tulip.example>... Relaying denied" },
        { OpenSmtpd.Instance, Foreign, "550 Invalid recipient: <pat@tulip.example>" },
        { Exchange.Instance, Foreign, "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain" },
        { ExchangeOnline.Instance, Foreign, "550 5.7.64 TenantAttribution; Relay Access Denied" },
        { Qmail.Instance, Foreign, "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)" },
        { Postfix.Instance, "nobody@rose.example", "550 5.1.1 <nobody@rose.example>: Recipient address rejected: User unknown in virtual mailbox table" },
        { Exim.Instance, "nobody@rose.example", "550 Unrouteable address" },
        { ExchangeOnline.Instance, "nobody@rose.example", "550 5.4.1 Recipient address rejected: Access denied." },
        { OpenSmtpd.Instance, "nobody@rose.example", "550 Invalid recipient: <nobody@rose.example>" },
        { Postfix.Instance, "pat%tulip.example@rose.example", "554 5.7.1 <pat%tulip.example@rose.example>: Relay access denied" },
        { Exim.Instance, "pat%tulip.example@rose.example", "550 Restricted characters in address" },
        { Sendmail.Instance, "tulip.example!pat@rose.example", "550 5.7.1 <tulip.example!pat@rose.example>... Relaying denied" },
        { OpenSmtpd.Instance, "pat%tulip.example@rose.example", "250 2.1.5 Destination address valid: Recipient ok" },
    };

    private static SmtpConversation Talk(MailServer server, ServerPort? port = null, params string[] lines)
    {
        var conversation = new SmtpConversation(server, port ?? ServerPort.Smtp, Client);
        conversation.Greeting();
        foreach (var line in lines) conversation.Answer(line);
        return conversation;
    }

    private static string Recipient(MailServer server, string recipient, ServerPort? port = null) =>
        Talk(server, port, "EHLO probe.example", "MAIL FROM:<>").Answer($"RCPT TO:<{recipient}>").Reply;

    [Theory]
    [MemberData(nameof(Denials))]
    public void A_product_refuses_in_its_own_words(MailProduct product, string recipient, string expected) =>
        Assert.Equal(expected, Recipient(Server with { Product = product, Recipients = recipient.Contains('%', StringComparison.Ordinal) ? [] : Server.Recipients }, recipient));

    [Theory]
    [InlineData(ClientNameState.Missing, "550 5.7.1 <pat@tulip.example>... Relaying denied. IP name lookup failed [203.0.113.200]")]
    [InlineData(ClientNameState.Unmatched, "550 5.7.1 <pat@tulip.example>... Relaying denied. IP name possibly forged [203.0.113.200]")]
    [InlineData(ClientNameState.Failed, "450 4.4.0 <pat@tulip.example>... Relaying temporarily denied. Cannot resolve PTR record for 203.0.113.200")]
    public void Sendmail_tells_what_it_makes_of_the_clients_name(ClientNameState name, string expected) =>
        Assert.Equal(expected, Recipient(Server with { Product = Sendmail.Instance, SeesClientName = name }, Foreign));

    [Fact]
    public void Its_own_recipients_are_taken_by_every_product() =>
        Assert.All((MailProduct[])[Postfix.Instance, Exim.Instance, Sendmail.Instance, OpenSmtpd.Instance, Exchange.Instance, ExchangeOnline.Instance, Gmail.Instance, GmailRelay.Instance, Qmail.Instance],
            static product => Assert.StartsWith("250 ", Recipient(Server with { Product = product }, "Rosa@rose.example"), StringComparison.Ordinal));

    [Fact]
    public void A_login_opens_the_way_to_other_domains()
    {
        var talk = Talk(Server, ServerPort.Submissions, "EHLO probe.example");
        Assert.StartsWith("535 5.7.8", talk.Answer("AUTH PLAIN AHJvc2FAcm9zZS5leGFtcGxlAHdyb25n").Reply, StringComparison.Ordinal);
        Assert.Equal("334 VXNlcm5hbWU6", talk.Answer("AUTH LOGIN").Reply);
        Assert.Equal("334 UGFzc3dvcmQ6", talk.Answer("cm9zYUByb3NlLmV4YW1wbGU=").Reply);
        Assert.Equal("235 2.7.0 Authentication successful", talk.Answer("c2VjcmV0").Reply);
        talk.Answer("MAIL FROM:<rosa@rose.example>");
        Assert.Equal("250 2.1.5 Ok", talk.Answer($"RCPT TO:<{Foreign}>").Reply);
    }

    [Fact]
    public void A_login_may_send_as_itself_only_where_the_server_says_so()
    {
        var talk = Talk(Server with { OwnSenderOnly = true }, ServerPort.Submissions, "EHLO probe.example", "AUTH PLAIN AHJvc2FAcm9zZS5leGFtcGxlAHNlY3JldA==");
        Assert.Equal("250 2.1.0 Ok", talk.Answer("MAIL FROM:<info@rose.example>").Reply);
        Assert.Equal("553 5.7.1 <info@rose.example>: Sender address rejected: not owned by user rosa@rose.example", talk.Answer($"RCPT TO:<{Foreign}>").Reply);
    }

    [Fact]
    public void Exchange_asks_for_a_login_at_MAIL() =>
        Assert.Equal("530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM",
            Talk(Server with { Product = Exchange.Instance }, ServerPort.Submission, "EHLO probe.example").Answer("MAIL FROM:<>").Reply);

    [Theory]
    [InlineData(false, "STARTTLS", "AUTH")]
    [InlineData(true, "AUTH PLAIN LOGIN", "STARTTLS")]
    public void AUTH_is_offered_under_TLS_only_and_STARTTLS_before_it(bool secured, string offered, string missing)
    {
        var talk = Talk(Server, ServerPort.SmtpWithLogin);
        if (secured) talk.Secured();
        var lines = talk.Answer("EHLO probe.example").Reply.Split('\n');
        Assert.Equal("250-mx.rose.example", lines[0]);
        Assert.Equal($"250 {offered}", lines[^1]);
        Assert.DoesNotContain(lines, line => line.Contains(missing, StringComparison.Ordinal));
    }

    [Fact]
    public void Greylisting_is_temporary_and_for_the_servers_own_domains()
    {
        var server = Server with { Greylists = true };
        Assert.StartsWith("450 4.2.0 <rosa@rose.example>: Recipient address rejected: Greylisted", Recipient(server, "rosa@rose.example"), StringComparison.Ordinal);
        Assert.StartsWith("554", Recipient(server, Foreign), StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_list_comes_before_the_recipient() =>
        Assert.Equal("554 5.7.1 Service unavailable; Client host [203.0.113.200] blocked using bl.watch.example",
            Recipient(Server with { BlockedBy = "bl.watch.example" }, "rosa@rose.example"));

    [Fact]
    public void A_busy_server_closes_with_421()
    {
        var turn = new SmtpConversation(Server with { IsBusy = true }, ServerPort.Smtp, Client).Greeting();
        Assert.Equal(("421 4.7.0 mx.rose.example Error: too many connections from 203.0.113.200", SmtpAction.Close), (turn.Reply, turn.Action));
    }

    [Fact]
    public void A_tarpit_slows_every_reply_after_the_tolerated_refusals()
    {
        var talk = Talk(Server with { Tarpit = TimeSpan.FromSeconds(1), TarpitAfter = 2 }, null, "EHLO probe.example", "MAIL FROM:<>");
        Assert.Equal([0, 0, 1], Enumerable.Range(0, 3).Select(_ => (int)talk.Answer($"RCPT TO:<{Foreign}>").Wait.TotalSeconds));
        Assert.Equal(1, talk.Answer("RSET").Wait.TotalSeconds);
    }

    [Fact]
    public void Commands_out_of_order_are_refused_and_messages_never_taken()
    {
        Assert.Equal("503 5.5.1 Error: send HELO/EHLO first", Talk(Server).Answer("MAIL FROM:<>").Reply);
        Assert.Equal("503 5.5.1 Error: need MAIL command", Talk(Server, null, "EHLO probe.example").Answer($"RCPT TO:<{Foreign}>").Reply);
        Assert.Equal("502 5.5.2 Error: command not recognized", Talk(Server).Answer("XYZZY").Reply);
        Assert.StartsWith("554", Talk(Server, null, "EHLO a", "MAIL FROM:<>", "RCPT TO:<rosa@rose.example>").Answer("DATA").Reply, StringComparison.Ordinal);
    }
}
