using System.Runtime.ExceptionServices;

namespace Gatepost.Refusals.Logs;

/// <summary>One scan: workers take blocks from the source in turn, read them, and hand their batches on in order.</summary>
internal sealed class LogScan<TBatch>
{
    private readonly LogBlockSource _source;
    private readonly string _name;
    private readonly IReadOnlyList<LogReader> _readers;
    private readonly NeedleFinder? _needles;
    private readonly ILogSink<TBatch> _sink;
    private readonly LogScanOptions _options;
    private readonly CancellationToken _cancel;
    private readonly OrderedDelivery<TBatch> _delivery;
    private readonly int _workers;
    private ExceptionDispatchInfo? _failure;

    public LogScan(
        Stream input, string name, IReadOnlyList<LogReader> readers, ILogSink<TBatch> sink, LogScanOptions options, CancellationToken cancel)
    {
        var lineBytes = Math.Max(1, options.Limits.LineBytes);
        _source = new LogBlockSource(input, Math.Max(1, options.BlockBytes), lineBytes);
        _workers = readers.All(static reader => reader.IsStateless) ? Math.Max(1, options.Workers) : 1;
        _delivery = new OrderedDelivery<TBatch>(sink, window: 2 * _workers, options.UnreadLinesKept);
        _needles = NeedleFinder.For(readers);
        (_name, _readers, _sink, _options, _cancel) = (name, readers, sink, options, cancel);
    }

    public LogScanSummary Run()
    {
        var helpers = new List<Thread>();
        Work(startHelpers: () =>
        {
            for (var i = 1; i < _workers; i++)
            {
                var helper = new Thread(() => Work(null)) { IsBackground = true, Name = "log scan" };
                helper.Start();
                helpers.Add(helper);
            }
        });
        helpers.ForEach(static helper => helper.Join());
        _failure?.Throw();
        return _delivery.Summary with { Bytes = _source.Bytes, Lines = _source.Lines };
    }

    /// <summary>One worker's life. The first starts the others once there is more than one block: short logs need no threads.</summary>
    private void Work(Action? startHelpers)
    {
        try
        {
            var buffer = new byte[_source.BufferBytes];
            var scanner = new LogBlockScanner<TBatch>(_name, _readers, _needles, _sink, _options);
            for (var blocks = 0; _failure is null && _source.TryNext(buffer, out var block); blocks++)
            {
                _cancel.ThrowIfCancellationRequested();
                if (blocks == 1) startHelpers?.Invoke();
                _delivery.Complete(block.Index, scanner.Scan(buffer.AsSpan(0, block.Length), block.FirstLine));
            }
        }
#pragma warning disable CA1031 // Whatever the stream or the sink throws is thrown again on the caller's thread.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(e), null);
            _delivery.Abandon();
        }
    }
}
