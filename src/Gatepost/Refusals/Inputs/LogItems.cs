using System.Collections.Concurrent;
using Gatepost.Refusals.Logs;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Turns the scan of a log, which pushes what it finds, into a sequence: one item for each block of the log that holds
/// refusals, and at the end one with the counts.
/// </summary>
internal static class LogItems
{
    private const int Waiting = 16;

    /// <summary>Reads a log on the caller's thread alone.</summary>
    public static IReadOnlyList<T> ReadSmall<T>(Stream log, string source, IReadOnlyList<LogReader> readers, ReadLimits limits, Func<ReadItem, T> work)
    {
        var results = new List<T>();
        var sink = new Sink<T>(source, readers[0].Format, work, results.Add);
        var summary = LogScanner.Scan(log, source, readers, sink, new LogScanOptions { Workers = 1, Limits = limits });
        results.Add(work(Summary(source, readers[0].Format, summary)));
        return results;
    }

    /// <summary>Reads a log of any size with several threads; abandoning the sequence ends the scan.</summary>
    public static IEnumerable<T> ReadLarge<T>(
        Stream log, string source, IReadOnlyList<LogReader> readers, ReadLimits limits, int workers, Func<ReadItem, T> work)
    {
        using var results = new BlockingCollection<T>(Waiting);
        using var abandoned = new CancellationTokenSource();
        var options = new LogScanOptions { Workers = workers <= 0 ? Environment.ProcessorCount : workers, Limits = limits };
        var cancel = abandoned.Token;
        var scan = Task.Factory.StartNew(
            () =>
            {
                try
                {
                    var sink = new Sink<T>(source, readers[0].Format, work, result => results.Add(result, cancel));
                    var summary = LogScanner.Scan(log, source, readers, sink, options, cancel);
                    results.Add(work(Summary(source, readers[0].Format, summary)), cancel);
                }
                finally
                {
                    results.CompleteAdding();
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var isAtEnd = false;
        try
        {
            foreach (var result in results.GetConsumingEnumerable(CancellationToken.None)) yield return result;
            isAtEnd = true;
        }
        finally
        {
            abandoned.Cancel();
            if (!isAtEnd) Wait(scan);
        }

        scan.GetAwaiter().GetResult();
    }

    /// <summary>Waits for an abandoned scan; whatever it ends with does not matter any more.</summary>
    private static void Wait(Task scan) => ((IAsyncResult)scan).AsyncWaitHandle.WaitOne();

    private static ReadItem Summary(string source, InputFormat format, LogScanSummary summary) =>
        new(source, new ReadOutcome(format, [], summary.Refusals == 0 ? "a mail log without refusals" : null)) { Log = summary };

    /// <summary>Gathers the refusals of a block and does the work on them on the thread that read it.</summary>
    private sealed class Sink<T>(string source, InputFormat format, Func<ReadItem, T> work, Action<T> take) : ILogSink<Batch<T>>
    {
        public Batch<T> Begin() => new();

        public void Add(Batch<T> batch, Refusal refusal) => batch.Refusals.Add(refusal);

        public void Complete(Batch<T> batch) =>
            batch.Result = work(new ReadItem(source, new ReadOutcome(format, batch.Refusals)) { IsPart = true });

        public void Deliver(Batch<T> batch) => take(batch.Result!);
    }

    private sealed class Batch<T>
    {
        public List<Refusal> Refusals { get; } = [];
        public T? Result { get; set; }
    }
}
