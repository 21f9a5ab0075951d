using Gatepost.Refusals.Logs.Sendmail;

namespace Gatepost.Tests.Refusals.Logs.Sendmail;

public sealed class SendmailReaderTests
{
    private static SendmailReader Reader => new(LogLines.Clock);

    private const string Head = "Feb  3 04:05:06 mx1 sm-mta[77]: 6134567A012345: ";
    private const string Tail = " time=2026-02-03T04:05:06+00:00 id=6134567A012345";

    public static TheoryData<string, string> Lines => new()
    {
        {
            Head + "ruleset=check_rcpt, arg1=<r@example.net>, relay=mail.example.org [198.51.100.7], reject=550 5.7.1 <r@example.net>... Relaying denied. Proper authentication required.",
            "Failed reply=550 5.7.1 <r@example.net>... Relaying denied. Proper authentication required. to=r@example.net at=Rcpt by=mx1 own client=mail.example.org [198.51.100.7]" + Tail
        },
        {
            Head + "ruleset=check_rcpt, arg1=<\", relay=x, reject=\"@example.net>, relay=a.example.org [198.51.100.7] (may be forged), reject=550 5.7.1 no... Relaying denied. IP name possibly forged [198.51.100.7]",
            "Failed reply=550 5.7.1 no... Relaying denied. IP name possibly forged [198.51.100.7] to=\", relay=x, reject=\"@example.net at=Rcpt by=mx1 own client=[198.51.100.7]" + Tail
        },
        {
            Head + "ruleset=check_rcpt, arg1=<r@example.net>, relay=[IPv6:2001:db8::7], reject=450 4.4.0 <r@example.net>... Relaying temporarily denied. Cannot resolve PTR record for 2001:db8::7",
            "Delayed reply=450 4.4.0 <r@example.net>... Relaying temporarily denied. Cannot resolve PTR record for 2001:db8::7 to=r@example.net at=Rcpt by=mx1 own client=[2001:db8::7]" + Tail
        },
        {
            "Feb  3 04:05:06 mx1 sendmail[77]: ruleset=check_relay, arg1=[198.51.100.7], arg2=198.51.100.7, relay=[198.51.100.7], reject=550 5.7.1 Access denied",
            "Failed reply=550 5.7.1 Access denied at=Connect by=mx1 own client=[198.51.100.7] time=2026-02-03T04:05:06+00:00"
        },
        {
            Head + "ruleset=check_mail, arg1=<s@example.invalid>, relay=[198.51.100.7], reject=553 5.1.8 <s@example.invalid>... Domain of sender address s@example.invalid does not exist",
            "Failed reply=553 5.1.8 <s@example.invalid>... Domain of sender address s@example.invalid does not exist from=s@example.invalid at=Mail by=mx1 own client=[198.51.100.7]" + Tail
        },
        { Head + "Milter: to=<r@example.net>, reject=451 4.7.1 Greylisting in action", "Delayed reply=451 4.7.1 Greylisting in action to=r@example.net at=Rcpt by=mx1 own" + Tail },
        { Head + "Milter: data, reject=554 5.7.1 Spam", "Failed reply=554 5.7.1 Spam at=EndOfData by=mx1 own" + Tail },
        { Head + "<r@example.net>... User unknown", "Failed reply=User unknown to=r@example.net at=Rcpt by=mx1 own" + Tail },
        {
            Head + "AUTH failure (LOGIN): user not found (-20) SASL(-13): user not found: checkpass failed, user=joe, relay=[198.51.100.7]",
            "Failed reply=user not found (-20) SASL(-13): user not found: checkpass failed at=Auth by=mx1 own client=[198.51.100.7] login=joe auth=Failed" + Tail
        },
        {
            Head + "to=<r@example.net>, ctladdr=<s@example.org> (33/33), delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30000, relay=mx.example.net. [192.0.2.1], dsn=5.7.1, stat=User unknown",
            "Failed status=5.7.1 why=User unknown to=r@example.net remote=mx.example.net [192.0.2.1] by=mx1" + Tail
        },
        {
            Head + "to=<a@example.net>,<b@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30000, relay=mx.example.net. [192.0.2.1], dsn=4.7.1, stat=Deferred: 454 4.7.1 <a@example.net>: Relay access denied",
            string.Join(" || ", "ab".Select(who => $"Delayed reply=454 4.7.1 <a@example.net>: Relay access denied status=4.7.1 why=Deferred: 454 4.7.1 <a@example.net>: Relay access denied to={who}@example.net remote=mx.example.net [192.0.2.1] by=mx1" + Tail))
        },
        {
            Head + "to=r@example.net, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30000, relay=mx.example.net., dsn=5.1.1, reply=550 5.1.1 No such user, stat=User unknown",
            "Failed reply=550 5.1.1 No such user status=5.1.1 why=User unknown to=r@example.net remote=mx.example.net by=mx1" + Tail
        },
        {
            "Feb  3 04:05:06 mx1 sendmail[77]: 6134567A012345: rejecting commands from h.example.org [198.51.100.7] due to pre-greeting traffic after 0 seconds",
            "Failed reply=due to pre-greeting traffic after 0 seconds at=Connect by=mx1 own client=h.example.org [198.51.100.7]" + Tail
        },
    };

    public static TheoryData<string> Others =>
    [
        Head + "from=<s@example.org>, size=1, class=0, nrcpts=1, msgid=<x@example.org>, proto=ESMTP, daemon=MTA, relay=[198.51.100.7]",
        Head + "to=<r@example.net>, delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=30000, relay=mx.example.net. [192.0.2.1], dsn=2.0.0, stat=Sent (ok: not, reject=550)",
        Head + "to=<r@example.net>, delay=00:00:01, mailer=esmtp, pri=30000, stat=queued",
        Head + "<r@example.net>... Sender ok",
        Head + "ruleset=check_rcpt, arg1=<r@example.net>, relay=[198.51.100.7], discard",
        "",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Reads(string line, string expected)
    {
        Assert.Equal(expected, LogLines.Brief(Reader, line));
        LogLines.NeedlesCover(Reader, line);
        Assert.True(Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(line)) >= 50, "recognised");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Passes_over(string line) => Assert.Equal("", LogLines.Brief(Reader, line));

    [Fact]
    public void Never_throws_and_stays_linear() =>
        LogLines.NeverThrows(() => Reader, [.. Lines.Select(row => row.Data.Item1), .. Others.Select(row => row.Data)]);
}
