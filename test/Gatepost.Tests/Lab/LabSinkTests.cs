using System.Net.Sockets;
using Gatepost.Lab;

namespace Gatepost.Tests.Lab;

public class LabSinkTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string[]> Hold(LabSink sink, params byte[][] sent)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(sink.EndPoint, Cancel);
        var stream = client.GetStream();
        foreach (var part in sent) await stream.WriteAsync(part, Cancel);
        return (await new StreamReader(stream).ReadToEndAsync(Cancel)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    [Fact]
    public async Task Every_recipient_gets_the_given_reply()
    {
        using var sink = new LabSink("554 5.7.1 Relay access denied");
        var lines = await Hold(sink, "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nRCPT TO:<c@d>\r\nRSET\r\nQUIT\r\n"u8.ToArray());
        Assert.Equal(
            ["220 sink.example ESMTP", "250-sink.example", "250-PIPELINING", "250 ENHANCEDSTATUSCODES", "250 2.0.0 Ok",
             "554 5.7.1 Relay access denied", "554 5.7.1 Relay access denied", "250 2.0.0 Ok", "221 2.0.0 Bye"], lines);
        Assert.Equal(1, sink.Dialogs);
    }

    [Fact]
    public async Task Thousands_of_dialogs_go_side_by_side()
    {
        using var sink = new LabSink();
        var commands = "EHLO a\r\nMAIL FROM:<>\r\nRCPT TO:<a@b>\r\nQUIT\r\n"u8.ToArray();
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        await Parallel.ForAsync(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = Cancel },
            async (_, _) => Assert.Equal(7, (await Hold(sink, commands)).Length));
        Assert.Equal(2000, sink.Dialogs);
        TestContext.Current.TestOutputHelper?.WriteLine($"{2000 / System.Diagnostics.Stopwatch.GetElapsedTime(started).TotalSeconds:F0} dialogs a second");
    }

    [Fact]
    public async Task A_command_may_come_in_pieces()
    {
        using var sink = new LabSink();
        var lines = await Hold(sink, "MAIL FR"u8.ToArray(), "OM:<>\r"u8.ToArray(), "\nRCPT TO:<a@b>\r\nQU"u8.ToArray(), "IT\r\n"u8.ToArray());
        Assert.Equal(["220 sink.example ESMTP", "250 2.0.0 Ok", "250 2.1.5 Ok", "221 2.0.0 Bye"], lines);
    }

    [Fact]
    public async Task A_line_that_never_ends_ends_the_connection()
    {
        using var sink = new LabSink();
        Assert.Equal(["220 sink.example ESMTP"], await Hold(sink, new byte[1024]));
    }
}
