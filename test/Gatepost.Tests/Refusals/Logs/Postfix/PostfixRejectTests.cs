using System.Text;

namespace Gatepost.Tests.Refusals.Logs.Postfix;

public sealed class PostfixRejectTests
{
    private const string Tail = "; from=<s@example.net> to=<r@example.org> proto=ESMTP helo=<h.example.net>";
    private const string Read = "from=s@example.net at=Rcpt by=self client=c.example.net clientip=192.0.2.7 helo=h.example.net auth=NotUsed";

    [Theory]
    [InlineData("NOQUEUE: reject: RCPT from c.example.net[192.0.2.7]: 554 5.7.1 <r@example.org>: Relay access denied" + Tail,
        "Failed [554|5.7.1|<r@example.org>: Relay access denied] to=r@example.org " + Read)]
    [InlineData("NOQUEUE: reject: RCPT from c.example.net[192.0.2.7]: 454 4.7.1 <r@example.org>: Relay access denied" + Tail,
        "Delayed [454|4.7.1|<r@example.org>: Relay access denied] to=r@example.org " + Read)]
    [InlineData("4104E3D: reject: RCPT from c.example.net[192.0.2.7]: 554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using dnsbl.example; see x; from=y" + Tail,
        "Failed [554|5.7.1|Service unavailable; Client host [192.0.2.7] blocked using dnsbl.example; see x; from=y] to=r@example.org " + Read)]
    [InlineData("NOQUEUE: reject: RCPT from c.example.net[192.0.2.7]: 550 5.1.0 odd; from=<x> said; no" + Tail,
        "Failed [550|5.1.0|odd; from=<x> said; no] to=r@example.org " + Read)]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 553 5.7.1 <s@example.net>: Sender address rejected: not owned by user u; from=<s@example.net> to=<r@example.org> proto=ESMTP helo=<[192.0.2.9]> sasl_method=PLAIN sasl_username=u@example.net sasl_sender=x@example.net",
        "Failed [553|5.7.1|<s@example.net>: Sender address rejected: not owned by user u] to=r@example.org from=s@example.net at=Rcpt by=self clientip=192.0.2.7 helo=[192.0.2.9] login=u@example.net auth=Used")]
    [InlineData("NOQUEUE: reject: RCPT from unknown[2001:db8::7]: 553 5.7.1 no; from=<> to=<r@example.org> proto=ESMTP helo=<h> sasl_method=LOGIN sasl_username=u",
        "Failed [553|5.7.1|no] to=r@example.org from= at=Rcpt by=self clientip=2001:db8::7 helo=h login=u auth=Used")]
    [InlineData("NOQUEUE: reject: CONNECT from c.example.net[192.0.2.7]: 554 5.7.1 <c.example.net[192.0.2.7]>: Client host rejected: Access denied; proto=SMTP",
        "Failed [554|5.7.1|<c.example.net[192.0.2.7]>: Client host rejected: Access denied] at=Connect by=self client=c.example.net clientip=192.0.2.7 auth=NotUsed")]
    [InlineData("NOQUEUE: reject: VRFY from unknown[192.0.2.7]: 454 4.7.1 <r@example.org>: Relay access denied; to=<r@example.org> proto=SMTP helo=<h>",
        "Delayed [454|4.7.1|<r@example.org>: Relay access denied] to=r@example.org at=Other by=self clientip=192.0.2.7 helo=h auth=NotUsed")]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 Service unavailable",
        "Failed [554|5.7.1|Service unavailable] at=Rcpt by=self clientip=192.0.2.7")]
    [InlineData("NOQUEUE: milter-reject: CONNECT from c.example.net[192.0.2.7]: 451 4.7.1 Service unavailable - try again later; proto=SMTP",
        "Delayed [451|4.7.1|Service unavailable - try again later] at=Connect by=self client=c.example.net clientip=192.0.2.7 auth=NotUsed")]
    [InlineData("NOQUEUE: proxy-reject: END-OF-MESSAGE: 550 5.7.1 id=1-2, BANNED: x; y" + Tail,
        "Failed [550|5.7.1|id=1-2, BANNED: x; y] to=r@example.org from=s@example.net at=EndOfData by=self helo=h.example.net auth=NotUsed")]
    [InlineData("NOQUEUE: reject: RCPT from c.example.net[192.0.2.7]:4711: 554 5.7.1 no" + Tail, "Failed [554|5.7.1|no] to=r@example.org " + Read)]
    // What the client chose: a HELO that looks like fields, or like a login; an address with a bracket; a cut line.
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 no; from=<s@example.net> to=<r@example.org> proto=ESMTP helo=<x> sasl_method=PLAIN sasl_username=admin>",
        "Failed [554|5.7.1|no] to=r@example.org from=s@example.net at=Rcpt by=self clientip=192.0.2.7 helo=x> sasl_method=PLAIN sasl_username=admin auth=NotUsed")]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 504 5.5.2 <a; from=<b> to=<c> proto=ESMTP helo=<d>: Helo command rejected: no; from=<s> to=<r> proto=ESMTP helo=<a; from=<b> to=<c> proto=ESMTP helo=<d>",
        "Failed [504|5.5.2|<a; from=<b> to=<c> proto=ESMTP helo=<d>: Helo command rejected: no] to=r from=s at=Rcpt by=self clientip=192.0.2.7 helo=a; from=<b> to=<c> proto=ESMTP helo=<d auth=NotUsed")]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 550 5.1.1 no; from=<\"a> b\"@example.net> to=<r@example.org> proto=SMTP helo=<h>",
        "Failed [550|5.1.1|no] to=r@example.org from=\"a> b\"@example.net at=Rcpt by=self clientip=192.0.2.7 helo=h auth=NotUsed")]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 550 5.1.1 no; from=<s@example.net> to=<r@exam",
        "Failed [550|5.1.1|no] to=r@exam from=s@example.net at=Rcpt by=self clientip=192.0.2.7 auth=NotUsed")]
    public void Smtpd_is_read(string message, string expected) => Assert.Equal(expected, PostfixDeliveryTests.Read("postfix/submission/smtpd", message));

    [Theory]
    [InlineData("NOQUEUE: reject: RCPT from [192.0.2.7]:4711: 550 5.7.1 Service unavailable; client [192.0.2.7] blocked using dnsbl.example; from=<s@example.net>, to=<r@example.org>, proto=ESMTP, helo=<h>",
        "Failed [550|5.7.1|Service unavailable; client [192.0.2.7] blocked using dnsbl.example] to=r@example.org from=s@example.net at=Rcpt by=self clientip=192.0.2.7 helo=h auth=NotUsed")]
    [InlineData("NOQUEUE: reject: CONNECT from [192.0.2.7]:4711: too many connections", "Delayed [||too many connections] at=Connect by=self clientip=192.0.2.7")]
    [InlineData("NOQUEUE: reject: CONNECT from [192.0.2.7]:4711: all screening ports busy", "Delayed [||all screening ports busy] at=Connect by=self clientip=192.0.2.7")]
    [InlineData("CONNECT from [192.0.2.7]:4711 to [192.0.2.1]:25", "nothing")]
    [InlineData("PREGREET 14 after 0.18 from [192.0.2.7]:4711: EHLO reject: x", "nothing")]
    public void Postscreen_is_read(string message, string expected) => Assert.Equal(expected, PostfixDeliveryTests.Read("postfix/postscreen", message));

    [Theory]
    [InlineData("4104E3D: milter-reject: END-OF-MESSAGE from c.example.net[192.0.2.7]: 5.7.1 Spam message rejected" + Tail,
        "Failed [|5.7.1|Spam message rejected] to=r@example.org from=s@example.net at=EndOfData by=self client=c.example.net clientip=192.0.2.7 helo=h.example.net")]
    [InlineData("4104E3D: milter-reject: END-OF-MESSAGE from c.example.net[192.0.2.7]: 4.7.1 Try again later" + Tail,
        "Delayed [|4.7.1|Try again later] to=r@example.org from=s@example.net at=EndOfData by=self client=c.example.net clientip=192.0.2.7 helo=h.example.net")]
    [InlineData("4104E3D: reject: header Subject: cheap; from=<x>: y from c.example.net[192.0.2.7]" + Tail + ": 5.7.1 message content rejected",
        "Failed [|5.7.1|message content rejected] to=r@example.org from=s@example.net at=EndOfData by=self client=c.example.net clientip=192.0.2.7 helo=h.example.net")]
    [InlineData("4104E3D: reject: body pills from local" + "; from=<s@example.net> to=<r@example.org>: 5.7.1 no",
        "Failed [|5.7.1|no] to=r@example.org from=s@example.net at=EndOfData by=self")]
    [InlineData("4104E3D: milter-discard: END-OF-MESSAGE from c.example.net[192.0.2.7]: milter triggers DISCARD action" + Tail, "nothing")]
    [InlineData("4104E3D: warning: header Subject: reject: x from c.example.net[192.0.2.7]" + Tail, "nothing")]
    public void Cleanup_is_read(string message, string expected) => Assert.Equal(expected, PostfixDeliveryTests.Read("postfix/cleanup", message));

    [Theory]
    [InlineData("warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: authentication failure",
        "Failed [||SASL LOGIN authentication failed: authentication failure] at=Auth by=self clientip=192.0.2.7 auth=Failed")]
    [InlineData("warning: c.example.net[192.0.2.7]: SASL PLAIN authentication failed: (reason unavailable), sasl_username=u@example.net",
        "Failed [||SASL PLAIN authentication failed: (reason unavailable)] at=Auth by=self client=c.example.net clientip=192.0.2.7 login=u@example.net auth=Failed")]
    [InlineData("warning: unknown[192.0.2.7]: SASL PLAIN authentication failed: Connection lost to authentication server",
        "Delayed [||SASL PLAIN authentication failed: Connection lost to authentication server] at=Auth by=self clientip=192.0.2.7 auth=Failed")]
    [InlineData("warning: SASL authentication failure: cannot connect to saslauthd server: Permission denied", "nothing")]
    public void Failed_logins_are_read(string message, string expected) => Assert.Equal(expected, PostfixDeliveryTests.Read("postfix/smtps/smtpd", message));

    [Theory]
    [InlineData("")]
    [InlineData("Nov  1 00:00:00 ")]
    [InlineData("30/9/2017, 00:10:17 | info | ")]
    [InlineData("mail-1  | ")]
    [InlineData("column\t")]
    [InlineData("2026-09-18T05:39:26.000000+00:00 INFO    ")]
    public void Lines_without_a_tag_are_read(string header)
    {
        foreach (var message in new[]
        {
            "NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 no; from=<s> to=<r> proto=ESMTP helo=<h>",
            "4104E3D: to=<a@example.org>, relay=none, dsn=5.0.0, status=bounced (x)",
            "warning: unknown[192.0.2.7]: SASL LOGIN authentication failed: authentication failure",
        })
        {
            var line = Encoding.UTF8.GetBytes(header + message);
            Assert.NotNull(PostfixDeliveryTests.Reader.ReadLine(line, default));
            Assert.Equal(60, PostfixDeliveryTests.Reader.Recognise(line));
        }
    }

    [Theory]
    [InlineData("reject_warning")]
    [InlineData("hold")]
    [InlineData("discard")]
    [InlineData("filter")]
    [InlineData("redirect")]
    [InlineData("warn")]
    [InlineData("milter-hold")]
    [InlineData("milter-header-redirect")]
    [InlineData("proxy-accept")]
    public void Other_actions_refuse_nothing(string action)
    {
        var message = $"NOQUEUE: {action}: RCPT from c.example.net[192.0.2.7]: 554 5.7.1 <r@example.org>: Relay access denied{Tail}";
        Assert.Equal("nothing", PostfixDeliveryTests.Read("postfix/smtpd", message));
        Assert.False(PostfixDeliveryTests.Reader.SeemsRefusal(Encoding.UTF8.GetBytes($"Nov  1 00:00:00 mail postfix/smtpd[1]: {message}")));
    }
}
