using Gatepost.Refusals.Logs.Kerio;

namespace Gatepost.Tests.Refusals.Logs.Kerio;

public sealed class KerioReaderTests
{
    private static KerioReader Reader => new(LogLines.Clock);

    private const string Head = "[03/Feb/2026 04:05:06] ";
    private const string Seen = " time=2026-02-03T04:05:06+00:00";

    public static TheoryData<string, string> Lines => new()
    {
        {
            Head + "Relay attempt from IP address 198.51.100.7, mail from <s@example.org> to <r@example.net> rejected",
            "Failed reply=Relay attempt from IP address 198.51.100.7, mail from <s@example.org> to <r@example.net> rejected to=r@example.net from=s@example.org at=Rcpt own client=[198.51.100.7]" + Seen
        },
        {
            Head + "Message from <s@example.org> to <r@example.net> rejected by spam filter: score 9.74, threshold 5.00",
            "Failed reply=Message from <s@example.org> to <r@example.net> rejected by spam filter: score 9.74, threshold 5.00 to=r@example.net from=s@example.org at=EndOfData own" + Seen
        },
        {
            Head + "SMTP: Invalid password for user joe@example.org. Attempt from IP address 198.51.100.7.",
            "Failed reply=SMTP: Invalid password for user joe@example.org. Attempt from IP address 198.51.100.7. at=Auth own client=[198.51.100.7] login=joe@example.org auth=Failed" + Seen
        },
        {
            Head + "Sent: Queue-ID: 5a1b2c3d-00000abc, Recipient: <r@example.net>, Result: failed, Status: 5.7.1 550 5.7.1 Relaying denied, Remote-Host: 192.0.2.1, Msg-Id: <x@example.org>",
            "Failed reply=550 5.7.1 Relaying denied status=5.7.1 to=r@example.net remote=[192.0.2.1]" + Seen + " id=5a1b2c3d-00000abc"
        },
        {
            Head + "Sent: Queue-ID: 5a1b2c3d-00000abc, Recipient: <r@example.net>, Result: delayed, Status: 4.4.1 Cannot connect to host, Remote-Host: , Msg-Id: <x@example.org>",
            "Delayed reply=Cannot connect to host status=4.4.1 to=r@example.net" + Seen + " id=5a1b2c3d-00000abc"
        },
    };

    public static TheoryData<string> Others =>
    [
        Head + "Sent: Queue-ID: 5a1b2c3d-00000abc, Recipient: <r@example.net>, Result: delivered, Status: 2.0.0 , Remote-Host: 192.0.2.1",
        Head + "Recv: Queue-ID: 5a1b2c3d-00000abc, Service: SMTP, From: <s@example.org>, To: <rejected@example.net>, Size: 1229",
        Head + "Found virus in mail from <s@example.org> to <r@example.net>: Eicar",
        Head + "Failed IMAP login from 198.51.100.7, user joe",
        "Relay attempt from IP address 198.51.100.7, mail from <s@example.org> to <r@example.net> rejected",
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
