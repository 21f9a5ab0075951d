namespace Gatepost.Refusals.Logs;

/// <summary>
/// Brings the workers' results back into the order of the log. A worker that is more than a window ahead waits, which
/// bounds what is held; the worker of the oldest block never waits, so that there is always progress.
/// </summary>
internal sealed class OrderedDelivery<TBatch>(ILogSink<TBatch> sink, int window, int unreadLinesKept)
{
    private readonly object _lock = new();
    private readonly (bool IsReady, BlockResult<TBatch> Result)[] _slots = new (bool, BlockResult<TBatch>)[window];
    private readonly List<UnreadLine> _unread = [];
    private long _next;
    private long _refusals;
    private long _notUnderstood;
    private bool _isDelivering;
    private bool _isAbandoned;

    /// <summary>The counts of what was delivered.</summary>
    public LogScanSummary Summary => new() { Refusals = _refusals, NotUnderstood = _notUnderstood, UnreadLines = _unread };

    /// <summary>Hands in a block's result; delivers it and those waiting for it, if it is the next.</summary>
    public void Complete(long index, in BlockResult<TBatch> result)
    {
        lock (_lock)
        {
            while (index >= _next + window && !_isAbandoned) Monitor.Wait(_lock);
            if (_isAbandoned) return;
            _slots[index % window] = (true, result);
            if (_isDelivering) return;
            _isDelivering = true;
        }

        while (TryTake(out var ready)) Deliver(ready);
    }

    /// <summary>Lets waiting workers go, after a failure.</summary>
    public void Abandon()
    {
        lock (_lock)
        {
            _isAbandoned = true;
            Monitor.PulseAll(_lock);
        }
    }

    private bool TryTake(out BlockResult<TBatch> result)
    {
        lock (_lock)
        {
            ref var slot = ref _slots[_next % window];
            result = slot.Result;
            _isDelivering = slot.IsReady && !_isAbandoned;
            if (!_isDelivering) return false;
            slot = default;
            _next++;
            Monitor.PulseAll(_lock);
            return true;
        }
    }

    private void Deliver(in BlockResult<TBatch> result)
    {
        _refusals += result.Refusals;
        _notUnderstood += result.NotUnderstood;
        if (result.UnreadLines is { } lines)
            _unread.AddRange(lines.Take(unreadLinesKept - _unread.Count));
        if (result.Refusals > 0) sink.Deliver(result.Batch!);
    }
}
