using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class LogScannerTests
{
    private static readonly LogClock Clock = new(new FixedTime(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Any_cutting_and_any_number_of_workers_reads_as_line_by_line() =>
        Gen.Select(LogSamples.Log, Gen.Int[1, 600], Gen.Int[1, 4], Gen.Int[1, 700], Gen.Int[300, 500]).Sample((log, block, workers, read, lineBytes) =>
        {
            var limits = new ReadLimits { LineBytes = lineBytes };
            var readers = LogReaders.All(Clock, limits).Where(static reader => reader.Format == InputFormat.Postfix).ToArray();
            var options = new LogScanOptions { BlockBytes = block, Workers = workers, Limits = limits, UnreadLinesKept = 3 };
            var found = new List<string>();
            var summary = LogScanner.Scan(new ChoppyStream(log, read), "log", readers, refusal => found.Add(RefusalText.ShowAll(refusal)), options, TestContext.Current.CancellationToken);
            var expected = PlainScan.Read(log, readers[0], limits);
            Assert.Equal(expected.Refusals, found);
            Assert.Equal(expected.Refusals.Count, summary.Refusals);
            Assert.Equal(expected.Lines, summary.Lines);
            Assert.Equal(log.Length, summary.Bytes);
            Assert.Equal(expected.Unread.Count, summary.NotUnderstood);
            Assert.Equal(expected.Unread.Take(3), summary.UnreadLines.Select(static line => line.Source.Line));
        }, iter: 800);

    [Fact]
    public void Batches_come_in_order_whatever_the_workers_do()
    {
        var line = "postfix/qmgr[1]: 4104E3D: from=<>, status=expired, returned to sender\n";
        var log = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(line, 3000)));
        var written = new MemoryStream();
        var random = new Random(7);
        var sink = new FormattingSink(
            (refusal, output) =>
            {
                if (refusal.Source.Line % 500 == 0) Thread.Sleep(random.Next(3));
                var text = Encoding.ASCII.GetBytes($"{refusal.Source.Line}\n");
                text.CopyTo(output.GetSpan(text.Length));
                output.Advance(text.Length);
            },
            bytes => written.Write(bytes.Span));
        var summary = LogScanner.Scan(new MemoryStream(log), "log", Readers(), sink, new LogScanOptions { BlockBytes = 1000, Workers = 5 }, TestContext.Current.CancellationToken);
        Assert.Equal(3000, summary.Refusals);
        Assert.Equal(string.Concat(Enumerable.Range(1, 3000).Select(static n => $"{n}\n")), Encoding.ASCII.GetString(written.ToArray()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_the_sink_or_the_stream_throws_comes_out(int workers)
    {
        var log = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("postfix/qmgr[1]: 4104E3D: from=<>, status=expired, returned\n", 500)));
        var options = new LogScanOptions { BlockBytes = 500, Workers = workers };
        Assert.Throws<FormatException>(() => LogScanner.Scan(new MemoryStream(log), "log", Readers(), refusal =>
        {
            if (refusal.Source.Line == 100) throw new FormatException();
        }, options, TestContext.Current.CancellationToken));
        Assert.Throws<IOException>(() => LogScanner.Scan(new ChoppyStream(log, 50, failAt: 3000), "log", Readers(), static _ => { }, options, TestContext.Current.CancellationToken));
        using var cancel = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => LogScanner.Scan(new MemoryStream(log), "log", Readers(), _ => cancel.Cancel(), options, cancel.Token));
    }

    [Fact]
    public void A_long_line_is_cut_and_says_so()
    {
        var log = Encoding.ASCII.GetBytes("postfix/smtp[1]: 4104E3D: to=<a@example.org>, relay=none, dsn=5.0.0, status=bounced (" + new string('x', 300_000) + ")\nlast");
        var found = new List<Refusal>();
        var summary = LogScanner.Scan(new MemoryStream(log), "log", Readers(), found.Add, cancel: TestContext.Current.CancellationToken);
        Assert.Equal("The log line was too long and was cut.", Assert.Single(Assert.Single(found).Notes));
        Assert.Equal(2, summary.Lines);
        Assert.Equal(ReadLimits.Default.TextLength, found[0].Reply.Text.Length);
    }

    [Fact]
    public void Mutated_lines_are_read_without_exception() => LogSamples.Mutated.Sample(static line =>
    {
        foreach (var reader in Readers())
        {
            reader.Recognise(line);
            reader.ReadLine(line, default);
            reader.SeemsRefusal(line);
        }
    }, iter: 5_000);

    private static LogReader[] Readers() =>
        [.. LogReaders.All(Clock, ReadLimits.Default).Where(static reader => reader.Format == InputFormat.Postfix)];

    private sealed class ChoppyStream(byte[] data, int most, int failAt = int.MaxValue) : MemoryStream(data)
    {
        public override int Read(byte[] buffer, int offset, int count) => Position >= failAt
            ? throw new IOException("gone")
            : base.Read(buffer, offset, Math.Min(count, 1 + (int)(Position * 7919 % most)));
    }
}
