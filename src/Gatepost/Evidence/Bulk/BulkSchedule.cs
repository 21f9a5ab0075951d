namespace Gatepost.Evidence.Bulk;

/// <summary>
/// Which of the waiting items may start: at most so many at a time, of one provider one at a time, and the next one not before
/// a gap after the last. Pure: time is told to it, as time since the run began. Not thread-safe.
/// </summary>
/// <param name="parallel">Items in flight at most.</param>
/// <param name="gap">Time between the end of one item and the start of the next of the same provider.</param>
internal sealed class BulkSchedule<T>(int parallel, TimeSpan gap)
{
    private readonly Dictionary<string, Lane> _lanes = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Entry, (TimeSpan At, long Order)> _entries = new();
    private readonly Queue<Lane> _cooling = new();
    private long _order;

    /// <summary>Items started and not done.</summary>
    public int InFlight { get; private set; }

    /// <summary>Items that have not started.</summary>
    public int Waiting { get; private set; }

    /// <summary>Providers that are remembered.</summary>
    public int Lanes => _lanes.Count;

    /// <summary>When the next item may start; null where none waits, or all that wait depend on one in flight.</summary>
    public TimeSpan? NextAt => InFlight < parallel && _entries.TryPeek(out _, out var priority) ? priority.At : null;

    /// <summary>Adds an item of a provider; null for one that concerns none and may start at once.</summary>
    public void Add(T item, string? provider, TimeSpan now)
    {
        Waiting++;
        if (provider is null)
        {
            _entries.Enqueue(new Entry(null, item), (now, _order++));
            return;
        }

        if (!_lanes.TryGetValue(provider, out var lane)) _lanes.Add(provider, lane = new Lane(provider));
        lane.Items.Enqueue(item);
        if (!lane.IsBusy && lane.Items.Count == 1) Queue(lane, now);
    }

    /// <summary>Starts an item, if one may.</summary>
    public bool TryTake(TimeSpan now, out T item)
    {
        Forget(now);
        item = default!;
        if (NextAt is not { } at || at > now) return false;
        var entry = _entries.Dequeue();
        item = entry.Item;
        if (entry.Lane is { } lane)
        {
            item = lane.Items.Dequeue();
            lane.IsBusy = true;
        }

        Waiting--;
        InFlight++;
        return true;
    }

    /// <summary>Ends an item of a provider.</summary>
    public void Done(string? provider, TimeSpan now)
    {
        InFlight--;
        if (provider is null) return;
        var lane = _lanes[provider];
        lane.IsBusy = false;
        lane.FreeAt = now + gap;
        if (lane.Items.Count > 0) Queue(lane, now);
        else _cooling.Enqueue(lane);
    }

    private void Queue(Lane lane, TimeSpan now) =>
        _entries.Enqueue(new Entry(lane, default!), (lane.FreeAt > now ? lane.FreeAt : now, _order++));

    // Providers whose gap is over need not be remembered; they come in the order in which they cool down.
    private void Forget(TimeSpan now)
    {
        while (_cooling.TryPeek(out var lane) && (lane.IsBusy || lane.Items.Count > 0 || lane.FreeAt <= now))
        {
            _cooling.Dequeue();
            var isOver = !lane.IsBusy && lane.Items.Count == 0 && lane.FreeAt <= now;
            if (isOver && _lanes.TryGetValue(lane.Provider, out var known) && known == lane) _lanes.Remove(lane.Provider);
        }
    }

    private readonly record struct Entry(Lane? Lane, T Item);

    private sealed class Lane(string provider)
    {
        public string Provider { get; } = provider;
        public Queue<T> Items { get; } = new();
        public bool IsBusy { get; set; }
        public TimeSpan FreeAt { get; set; }
    }
}
