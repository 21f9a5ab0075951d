using System.Buffers;
using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Gatepost.Evidence.Bulk;

/// <summary>
/// Probes a list of any length in bounded memory. One reader, a few look-ups of providers, one dispatcher that owns the
/// schedule, a fixed number of workers, one writer; between them channels, so that no target costs a task or a lock of its own.
/// </summary>
/// <remarks>A run that is cancelled drops what is in flight: what was written are whole lines, and the rest can be asked later.</remarks>
public sealed class BulkRunner(IBulkProbe probe, IBulkSink sink, BulkOptions options, TimeProvider clock) : IDisposable
{
    private const int MostLookUps = 64;

    private readonly Channel<Item> _read = Channel.CreateBounded<Item>(new BoundedChannelOptions(1024) { SingleWriter = true });
    private readonly Channel<Event> _events = Channel.CreateUnbounded<Event>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<Item> _work = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleWriter = true });
    private readonly Channel<Answer> _answers = Channel.CreateUnbounded<Answer>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _window = new(options.Window, options.Window);
    private readonly ConcurrentQueue<ArrayBufferWriter<byte>> _buffers = new();
    private long _written;

    /// <summary>Answers written so far; may be read at any time.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>Runs once through the list. Throws what the list or the sink throws when they are read and written.</summary>
    /// <param name="list">The lines.</param>
    /// <param name="answered">Targets to pass over; null for none.</param>
    /// <param name="cancel">Ends the run early; then this returns as usual.</param>
    public async Task Run(IAsyncEnumerable<BulkLine> list, AnsweredTargets? answered, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var end = stop.Token.Register(static r => ((ChannelWriter<Item>)r!).TryComplete(), _read.Writer);
        var token = stop.Token;
        var read = Read(list, answered, token);
        var look = Many(Math.Min(options.Parallel, MostLookUps), () => LookUp(token), static e => e.TryWrite(Event.NoMore), _events.Writer);
        var work = Many(options.Parallel, () => Work(token), static a => a.TryComplete(), _answers.Writer);
        Task[] parts = [read, look, Dispatch(token), work, Write()];
        foreach (var part in parts)
            _ = part.ContinueWith(static (_, s) => ((CancellationTokenSource)s!).Cancel(), stop, default, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await Task.WhenAll(parts.AsSpan(1)).ConfigureAwait(false);
        // A list that is a terminal or a pipe may keep its reader waiting for ever; a run that is over does not wait with it.
        if (read.IsCompleted || !token.IsCancellationRequested) await read.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _window.Dispose();

    private static async Task Many<T>(int count, Func<Task> one, Action<T> end, T argument)
    {
        var tasks = new Task[count];
        for (var i = 0; i < count; i++) tasks[i] = Task.Run(one);
        try
        {
            await Task.WhenAll(tasks).ConfigureAwait(false);
        }
        finally
        {
            end(argument);
        }
    }

    private async Task Read(IAsyncEnumerable<BulkLine> list, AnsweredTargets? answered, CancellationToken stop)
    {
        // Reading may block: not the thread that started the run.
        await Task.Yield();
        long order = 0;
        try
        {
            await foreach (var line in list.WithCancellation(stop).ConfigureAwait(false))
            {
                if (answered?.Contains(line.Text) == true) continue;
                if (line.Target is not { } target)
                {
                    sink.Refuse(line);
                    continue;
                }

                await _window.WaitAsync(stop).ConfigureAwait(false);
                await _read.Writer.WriteAsync(new Item(order++, target, null), stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            _read.Writer.TryComplete();
        }
    }

    private async Task LookUp(CancellationToken stop)
    {
        await foreach (var item in _read.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (stop.IsCancellationRequested) continue;
            var provider = await probe.ProviderOf(item.Target, stop).ConfigureAwait(false);
            _events.Writer.TryWrite(new Event(EventKind.Ready, item with { Provider = provider }));
        }
    }

    private async Task Dispatch(CancellationToken stop)
    {
        var schedule = new BulkSchedule<Item>(options.Parallel, options.Gap);
        var start = clock.GetTimestamp();
        var isMore = true;
        using var timer = clock.CreateTimer(static e => ((ChannelWriter<Event>)e!).TryWrite(Event.Tick), _events.Writer, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            while (isMore || schedule.Waiting > 0 || schedule.InFlight > 0)
            {
                if (!await _events.Reader.WaitToReadAsync(stop).ConfigureAwait(false)) return;
                var now = clock.GetElapsedTime(start);
                while (_events.Reader.TryRead(out var e))
                {
                    if (e.Kind == EventKind.Ready) schedule.Add(e.Item, e.Item.Provider, now);
                    else if (e.Kind == EventKind.Done) schedule.Done(e.Item.Provider, now);
                    else if (e.Kind == EventKind.NoMore) isMore = false;
                }

                while (schedule.TryTake(now, out var item)) _work.Writer.TryWrite(item);
                if (schedule.NextAt is { } next) timer.Change(next > now ? next - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
        }
        finally
        {
            _work.Writer.TryComplete();
        }
    }

    private async Task Work(CancellationToken stop)
    {
        await foreach (var item in _work.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
        {
            if (stop.IsCancellationRequested) continue;
            if (!_buffers.TryDequeue(out var buffer)) buffer = new ArrayBufferWriter<byte>(1024);
            try
            {
                await probe.Answer(item.Target, buffer, stop).ConfigureAwait(false);
            }
            catch (Exception defect) when (defect is not OutOfMemoryException)
            {
                if (!stop.IsCancellationRequested) sink.Fail(item.Target, defect);
                buffer.ResetWrittenCount();
            }

            // What was cut short by the end of the run is no answer.
            if (stop.IsCancellationRequested) continue;
            _answers.Writer.TryWrite(new Answer(item.Order, buffer));
            _events.Writer.TryWrite(new Event(EventKind.Done, item));
        }
    }

    private async Task Write()
    {
        var early = new PriorityQueue<Answer, long>();
        long next = 0;
        while (await _answers.Reader.WaitToReadAsync(CancellationToken.None).ConfigureAwait(false))
        {
            while (_answers.Reader.TryRead(out var answer))
            {
                if (!options.IsOrdered) Put(answer);
                else early.Enqueue(answer, answer.Order);
                for (; early.TryPeek(out var first, out var order) && order == next; next++) Put(early.Dequeue());
            }

            sink.Flush();
        }

        while (early.TryDequeue(out var left, out _)) Put(left);
        sink.Flush();
    }

    private void Put(Answer answer)
    {
        if (answer.Line.WrittenCount > 0)
        {
            sink.Write(answer.Line.WrittenSpan);
            Interlocked.Increment(ref _written);
        }

        answer.Line.ResetWrittenCount();
        if (answer.Line.Capacity <= 64 << 10) _buffers.Enqueue(answer.Line);
        _window.Release();
    }

    private enum EventKind
    {
        Ready,
        Done,
        NoMore,
        Tick,
    }

    private readonly record struct Item(long Order, ProbeTarget Target, string? Provider);

    private readonly record struct Answer(long Order, ArrayBufferWriter<byte> Line);

    private readonly record struct Event(EventKind Kind, Item Item)
    {
        public static Event NoMore { get; } = new(EventKind.NoMore, default);
        public static Event Tick { get; } = new(EventKind.Tick, default);
    }
}
