using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Gatepost.Evidence;
using Gatepost.Evidence.Bulk;

namespace Gatepost.Tests.Evidence.Bulk;

public sealed class BulkRunnerTests
{
    private sealed class Probe(Func<ProbeTarget, int, CancellationToken, Task>? wait = null) : IBulkProbe
    {
        private int _flying, _asked;

        public int Most { get; private set; }

        public ValueTask<string?> ProviderOf(ProbeTarget target, CancellationToken cancel) => new((string?)null);

        public async ValueTask Answer(ProbeTarget target, IBufferWriter<byte> output, CancellationToken cancel)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _flying));
            if (wait is null) await Task.Yield();
            else await wait(target, Interlocked.Increment(ref _asked), cancel);
            output.Write(Encoding.UTF8.GetBytes($"{{\"schema\":\"gatepost.probe/1\",\"target\":\"{target.Text}\"}}\n"));
            Interlocked.Decrement(ref _flying);
        }
    }

    private sealed class Sink : IBulkSink
    {
        private readonly ArrayBufferWriter<byte> _written = new();

        public ConcurrentQueue<BulkLine> Refused { get; } = new();

        public ConcurrentQueue<ProbeTarget> Failed { get; } = new();

        public Action? OnWrite { get; init; }

        public string[] Targets => [.. Encoding.UTF8.GetString(_written.WrittenSpan.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split('"')[7])];

        public byte[] Bytes => _written.WrittenSpan.ToArray();

        public void Write(ReadOnlySpan<byte> line)
        {
            OnWrite?.Invoke();
            _written.Write(line);
        }

        public void Flush()
        {
        }

        public void Refuse(BulkLine line) => Refused.Enqueue(line);

        public void Fail(ProbeTarget target, Exception defect) => Failed.Enqueue(target);
    }

    private static IAsyncEnumerable<BulkLine> List(int count, string more = "") =>
        BulkList.Read(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, count).Select(static i => $"t{i}.example\n")) + more)));

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(static i => $"t{i}.example")];

    private static async Task<Sink> Run(Probe probe, IAsyncEnumerable<BulkLine> list, BulkOptions options, AnsweredTargets? answered = null, Sink? sink = null, CancellationTokenSource? stop = null)
    {
        sink ??= new Sink();
        using var runner = new BulkRunner(probe, sink, options, TimeProvider.System);
        await runner.Run(list, answered, stop?.Token ?? TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return sink;
    }

    [Fact]
    public async Task Every_target_is_answered_once_and_no_more_are_in_flight_than_allowed()
    {
        var probe = new Probe();
        var sink = await Run(probe, List(5000, "no target@\n"), new BulkOptions { Parallel = 20, Window = 50 });
        Assert.Equal(Names(5000).Order(StringComparer.Ordinal), sink.Targets.Order(StringComparer.Ordinal));
        Assert.InRange(probe.Most, 1, 20);
        Assert.Equal(5001, Assert.Single(sink.Refused).Number);
    }

    [Fact]
    public async Task Ordered_answers_stand_in_the_order_of_the_list()
    {
        var probe = new Probe(static async (_, n, _) =>
        {
            for (var i = 0; i < n % 7 * 5; i++) await Task.Yield();
        });
        Assert.Equal(Names(2000), (await Run(probe, List(2000), new BulkOptions { Parallel = 30, Window = 100, IsOrdered = true })).Targets);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_and_resumed_nothing_is_lost_and_nothing_doubled(bool isOrdered)
    {
        using var cancel = new CancellationTokenSource();
        var options = new BulkOptions { Parallel = 8, Window = 64, IsOrdered = isOrdered };
        var first = await Run(new Probe(async (_, n, token) =>
        {
            if (n == 300) await cancel.CancelAsync();
            await Task.Delay(n > 290 ? 1000 : 0, token);
        }), List(1000), options, stop: cancel);
        Assert.InRange(first.Targets.Length, 1, 300);
        var answered = await AnsweredTargets.Read(new MemoryStream(first.Bytes), TestContext.Current.CancellationToken);
        var second = await Run(new Probe(), List(1000), options, answered);
        Assert.Equal(Names(1000).Order(StringComparer.Ordinal), first.Targets.Concat(second.Targets).Order(StringComparer.Ordinal));
        Assert.Empty(first.Failed);
    }

    [Fact]
    public async Task A_defect_costs_one_target()
    {
        var sink = await Run(new Probe(static (t, _, _) => t.Text == "t7.example" ? throw new InvalidOperationException() : Task.CompletedTask), List(20), new BulkOptions { Parallel = 3, IsOrdered = true });
        Assert.Equal("t7.example", Assert.Single(sink.Failed).Text);
        Assert.Equal(Names(20).Where(static n => n != "t7.example"), sink.Targets);
    }

    [Fact]
    public async Task Where_the_answers_cannot_be_written_the_run_ends() =>
        await Assert.ThrowsAsync<IOException>(() => Run(new Probe(), List(1000), new BulkOptions { Parallel = 4, Window = 16 }, sink: new Sink { OnWrite = static () => throw new IOException("full") }));

    [Fact]
    public async Task A_reader_that_waits_for_ever_does_not_hold_up_the_end()
    {
        static async IAsyncEnumerable<BulkLine> Hanging()
        {
            yield return new BulkLine(1, "a.example", new ProbeTarget("a.example") { Domain = "a.example" }, default);
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        using var cancel = new CancellationTokenSource();
        var sink = await Run(new Probe(), Hanging(), new BulkOptions { Parallel = 2 }, sink: new Sink { OnWrite = () => cancel.CancelAfter(10) }, stop: cancel);
        Assert.Equal(["a.example"], sink.Targets);
    }
}
