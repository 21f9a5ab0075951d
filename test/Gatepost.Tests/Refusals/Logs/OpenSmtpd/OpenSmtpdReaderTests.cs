using Gatepost.Refusals.Logs.OpenSmtpd;

namespace Gatepost.Tests.Refusals.Logs.OpenSmtpd;

public sealed class OpenSmtpdReaderTests
{
    private static OpenSmtpdReader Reader => new(LogLines.Clock);

    private const string Head = "Feb  3 04:05:06 mx1 smtpd[77]: ";
    private const string Seen = " time=2026-02-03T04:05:06+00:00";

    public static TheoryData<string, string> Lines => new()
    {
        {
            Head + "0123456789abcdef smtp failed-command command=\"RCPT TO:<r@example.net> \" result=\"550 Invalid recipient: <r@example.net>\"",
            "Failed reply=550 Invalid recipient: <r@example.net> to=r@example.net at=Rcpt cmd=RCPT TO:<r@example.net> by=mx1 own" + Seen
        },
        {
            Head + "0123456789abcdef smtp event=failed-command address=198.51.100.7 host=h.example.org command=\"RCPT TO:<r@example.net>\" result=\"421 Temporary Error\"",
            "Delayed reply=421 Temporary Error to=r@example.net at=Rcpt cmd=RCPT TO:<r@example.net> by=mx1 own client=h.example.org [198.51.100.7]" + Seen
        },
        {
            Head + "smtp-in: Failed command on session 0123456789abcdef: \"RCPT TO:<r@example.net>\" => 550 Invalid recipient",
            "Failed reply=550 Invalid recipient to=r@example.net at=Rcpt cmd=RCPT TO:<r@example.net> by=mx1 own" + Seen
        },
        {
            Head + "0123456789abcdef smtp failed-command command=\"AUTH PLAIN c2VjcmV0\" result=\"535 Authentication failed\"",
            "Failed reply=535 Authentication failed at=Auth cmd=AUTH PLAIN by=mx1 own auth=Failed" + Seen
        },
        {
            Head + "0123456789abcdef mta delivery evpid=fedcba9876543210 from=<s@example.org> to=<r@example.net> rcpt=<o@example.org> source=\"203.0.113.5\" relay=\"192.0.2.1 (mx.example.net)\" delay=5s result=\"PermFail\" stat=\"550 5.7.1 \"quoted\" denied\"",
            "Failed reply=550 5.7.1 \"quoted\" denied to=r@example.net orig=o@example.org from=s@example.org remote=mx.example.net [192.0.2.1] by=mx1" + Seen + " id=fedcba9876543210"
        },
        {
            Head + "0123456789abcdef mta event=delivery evpid=fedcba9876543210 from=<> to=<r@example.net> rcpt=<-> source=\"203.0.113.5\" relay=\"192.0.2.1 (mx.example.net)\" delay=5s result=\"TempFail\" stat=\"Network error on destination MXs\"",
            "Delayed reply=Network error on destination MXs to=r@example.net from= remote=mx.example.net [192.0.2.1] by=mx1" + Seen + " id=fedcba9876543210"
        },
        {
            Head + "relay: PermFail for fedcba9876543210: session=0123456789abcdef, from=<s@example.org>, to=<r@example.net>, rcpt=<->, source=203.0.113.5, relay=192.0.2.1 (mx.example.net), delay=1s, stat=550 no such user",
            "Failed reply=550 no such user to=r@example.net from=s@example.org remote=mx.example.net [192.0.2.1] by=mx1" + Seen + " id=fedcba9876543210"
        },
    };

    public static TheoryData<string> Others =>
    [
        Head + "0123456789abcdef smtp connected address=198.51.100.7 host=Failed.example.org",
        Head + "0123456789abcdef mta delivery evpid=fedcba9876543210 from=<s@example.org> to=<r@example.net> rcpt=<-> source=\"203.0.113.5\" relay=\"192.0.2.1 (mx)\" delay=5s result=\"Ok\" stat=\"250 no PermFail\"",
        Head + "relay: Ok for fedcba9876543210: session=0123456789abcdef, from=<s@example.org>, to=<Fail@example.net>, stat=250 2.0.0 ok",
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
