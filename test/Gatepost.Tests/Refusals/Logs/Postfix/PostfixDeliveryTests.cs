using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;
using Gatepost.Refusals.Logs.Postfix;

namespace Gatepost.Tests.Refusals.Logs.Postfix;

public sealed class PostfixDeliveryTests
{
    [Theory]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=5.7.1, status=bounced (host mx.example.org[192.0.2.1] said: 554 5.7.1 <a@example.org>: Relay access denied (in reply to RCPT TO command))",
        "Failed [554|5.7.1|<a@example.org>: Relay access denied] dsn=5.7.1 to=a@example.org at=Rcpt remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, conn_use=3, delay=1, delays=1/0/0/0, tls=dane/!requiretls:nocertmatch, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.1] said: 454 4.7.1 <a@example.org>: Relay access denied (in reply to RCPT TO command))",
        "Delayed [454|4.7.1|<a@example.org>: Relay access denied] dsn=4.7.1 to=a@example.org at=Rcpt remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, orig_to=<b@example.org>, relay=::1[::1]:24, delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (host ::1[::1] said: 550-5.1.1 one 550-5.1.1 two 550 5.1.1 three (in reply to end of DATA command))",
        "Failed [550|5.1.1|one two three] dsn=5.1.1 to=a@example.org orig=b@example.org at=EndOfData remote=::1 ip=::1 port=24")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[private/dovecot-lmtp], delay=1, delays=1/0/0/0, dsn=5.1.1, status=bounced (host mx.example.org[private/dovecot-lmtp] said: 550 5.1.1 <a@example.org> User doesn't exist: a@example.org (in reply to RCPT TO command))",
        "Failed [550|5.1.1|<a@example.org> User doesn't exist: a@example.org] dsn=5.1.1 to=a@example.org at=Rcpt remote=mx.example.org")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=4.7.0, status=deferred (host mx.example.org[192.0.2.1] refused to talk to me: 421-4.7.0 [192.0.2.9      15] Too much. 421 4.7.0 Later)",
        "Delayed [421|4.7.0|[192.0.2.9 15] Too much. Later] dsn=4.7.0 to=a@example.org at=Connect remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=1, delays=1/0/0/0, dsn=4.4.1, status=deferred (connect to mx.example.org[192.0.2.1]:25: Connection timed out)",
        "Delayed [||connect to mx.example.org[192.0.2.1]:25: Connection timed out] dsn=4.4.1 to=a@example.org at=Connect remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=4.4.2, status=deferred (lost connection with mx.example.org[192.0.2.1] while receiving the initial server greeting)",
        "Delayed [||lost connection with mx.example.org[192.0.2.1] while receiving the initial server greeting] dsn=4.4.2 to=a@example.org at=Connect remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=4.4.2, status=deferred (conversation with mx.example.org[192.0.2.1] timed out while sending RCPT TO)",
        "Delayed [||conversation with mx.example.org[192.0.2.1] timed out while sending RCPT TO] dsn=4.4.2 to=a@example.org at=Rcpt remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=6, delays=6/0/0/0, dsn=4.4.2, status=deferred (delivery temporarily suspended: lost connection with mx.example.org[2001:db8::1] while sending end of data -- message may be sent more than once)",
        "Delayed [||lost connection with mx.example.org[2001:db8::1] while sending end of data -- message may be sent more than once] dsn=4.4.2 to=a@example.org at=EndOfData remote=mx.example.org ip=2001:db8::1 why=delivery temporarily suspended")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=6, delays=6/0/0/0, dsn=4.7.0, status=deferred (delivery temporarily suspended: host mx.example.org[192.0.2.1] refused to talk to me: 554 no)",
        "Delayed [554||no] dsn=4.7.0 to=a@example.org at=Connect remote=mx.example.org ip=192.0.2.1 why=delivery temporarily suspended")]
    [InlineData("4104E3D: to=nobody@localhost, relay=local, delay=0.07, delays=0/0/0/0, dsn=5.1.1, status=bounced (unknown user: \"nobody\")",
        "Failed [||unknown user: \"nobody\"] dsn=5.1.1 to=nobody@localhost")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=0, delays=0/0/0/0, dsn=5.1.1, status=undeliverable-but-not-cached (User unknown in virtual alias table)",
        "Failed [||User unknown in virtual alias table] dsn=5.1.1 to=a@example.org")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=0, delays=0/0/0/0, dsn=4.4.3, status=undeliverable (Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again)",
        "Delayed [||Host or domain name not found. Name service error for name=example.org type=MX: Host not found, try again] dsn=4.4.3 to=a@example.org")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=0, delays=0/0/0/0, dsn=5.0.0, status=SOFTBOUNCE (host mx.example.org[192.0.2.1] said: 550 no (in reply to MAIL FROM command))",
        "Delayed [550||no] dsn=5.0.0 to=a@example.org at=Mail remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=dovecot, delay=0, delays=0/0/0/0, dsn=5.1.1, status=bounced (user unknown. Command output: a=b; c)",
        "Failed [||user unknown. Command output: a=b; c] dsn=5.1.1 to=a@example.org")]
    [InlineData("4104E3D: from=<s@example.net>, status=expired, returned to sender", "Failed [||expired, returned to sender] from=s@example.net")]
    [InlineData("4104E3D: from=<>, status=force-expired, returned to sender", "Failed [||force-expired, returned to sender] from=")]
    [InlineData("4104E3D: to=<a@example.org>, relay=none, delay=0, status=deferred (bounce failed)", "Delayed [||bounce failed] to=a@example.org")]
    [InlineData("4104E3D: host mx.example.org[192.0.2.1] said: 450 4.7.1 later (in reply to RCPT TO command)",
        "Delayed [450|4.7.1|later] at=Rcpt remote=mx.example.org ip=192.0.2.1")]
    [InlineData("4104E3D: host mx.example.org[192.0.2.1] refused to talk to me: 421 busy", "Delayed [421||busy] at=Connect remote=mx.example.org ip=192.0.2.1")]
    [InlineData("4104E3D: SASL authentication failed; server mx.example.org[192.0.2.1] said: 535 5.7.8 Error: authentication failed: no",
        "Delayed [535|5.7.8|Error: authentication failed: no] at=Auth remote=mx.example.org ip=192.0.2.1 auth=Failed why=SASL authentication failed")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:587, delay=0, delays=0/0/0/0, dsn=4.7.8, status=deferred (SASL authentication failed; server mx.example.org[192.0.2.1] said: 535 5.7.8 no)",
        "Delayed [535|5.7.8|no] dsn=4.7.8 to=a@example.org at=Auth remote=mx.example.org ip=192.0.2.1 port=587 auth=Failed why=SASL authentication failed")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=0, delays=0/0/0/0, dsn=4.7.4, status=deferred (TLS is required, but was not offered by host mx.example.org[192.0.2.1])",
        "Delayed [||TLS is required, but was not offered by host mx.example.org[192.0.2.1]] dsn=4.7.4 to=a@example.org at=StartTls remote=mx.example.org ip=192.0.2.1 port=25")]
    // Cut by syslog; a reply that quotes a log line; equals signs and semicolons in a reply; another server than relay's.
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=0, delays=0/0/0/0, dsn=5.0.0, status=bounced (host mx.example.org[192.0.2.1] said: 550 5.7.1 gone (in reply to RC",
        "Failed [550|5.7.1|gone] dsn=5.0.0 to=a@example.org remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=0, delays=0/0/0/0, dsn=5.0.0, status=bounced (host mx.example.org[192.0.2.1] said: 550 see 9F00A: to=<x@example.net>, relay=none, dsn=2.0.0, status=sent (ok); a=b (in reply to end of DATA command))",
        "Failed [550||see 9F00A: to=<x@example.net>, relay=none, dsn=2.0.0, status=sent (ok); a=b] dsn=5.0.0 to=a@example.org at=EndOfData remote=mx.example.org ip=192.0.2.1 port=25")]
    [InlineData("4104E3D: to=<\"a, relay=none\"@example.org>, relay=local, delay=0, delays=0/0/0/0, dsn=5.2.2, status=bounced (full)",
        "Failed [||full] dsn=5.2.2 to=\"a, relay=none\"@example.org")]
    [InlineData("4Xyzab12Cdz1J0N: to=<a@example.org>, relay=virtual, delay=0, delays=0/0/0/0, dsn=5.1.1, status=bounced (unknown user: \"a@example.org\")",
        "Failed [||unknown user: \"a@example.org\"] dsn=5.1.1 to=a@example.org")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=2.0.0, status=sent (250 said: status=bounced reject: x)", "nothing")]
    [InlineData("4104E3D: to=<a@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, dsn=2.1.5, status=deliverable (250 ok)", "nothing")]
    [InlineData("4104E3D: from=<s@example.net>, size=5360, nrcpt=1 (queue active)", "nothing")]
    [InlineData("4104E3D: removed", "nothing")]
    [InlineData("4104E3D: message-id=<status=bounced@example.org>", "nothing")]
    [InlineData("4104E3D: sender non-delivery notification: ADD2F8052", "nothing")]
    [InlineData("connect to mx.example.org[192.0.2.1]:25: Connection timed out", "nothing")]
    public void Every_form_is_read(string message, string expected) => Assert.Equal(expected, Read("postfix-out/mx/smtp", message));

    [Fact]
    public void What_stands_around_the_message_is_read()
    {
        var line = "2024-08-25T12:31:56.5+02:00 mail postfix/smtp[130]: 4104E3D: from=<>, status=expired, returned to sender"u8;
        var refusal = Reader.ReadLine(line, new SourceSpan("mail.log", 7, 1, line.Length))!;
        Assert.Equal("mail.log:7:1 +104 2024-08-25T12:31:56.5000000+02:00 mail 4104E3D Failed [||expired, returned to sender] from= ", RefusalText.ShowAll(refusal));
        Assert.Equal("postfix", refusal.Software);
        Assert.Equal(InputFormat.Postfix, refusal.Format);
    }

    [Theory]
    [InlineData("4104E3D: to=<a@example.org>; status=bounced", true)]
    [InlineData("something status=deferred (text)", true)]
    [InlineData("4104E3D: to=<a@example.org>, relay=x, Delay=1, status=bounced (no)", true)]
    [InlineData("4104E3D: to=<a@example.org>, relay=x, status=sent (250 status=bounced)", false)]
    [InlineData("warning: x status=bounced", false)]
    public void A_refusal_of_unknown_form_is_told(string message, bool seems)
    {
        var line = Encoding.UTF8.GetBytes($"Nov  1 00:00:00 mail postfix/smtp[1]: {message}");
        Assert.Null(Reader.ReadLine(line, default));
        Assert.Equal(seems, Reader.SeemsRefusal(line));
    }

    internal static PostfixReader Reader { get; } =
        new(new LogClock(new FixedTime(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero))), ReadLimits.Default);

    internal static string Read(string tag, string message) =>
        RefusalText.Show(Reader.ReadLine(Encoding.UTF8.GetBytes($"Nov  1 00:00:00 mail {tag}[130]: {message}"), default));
}
