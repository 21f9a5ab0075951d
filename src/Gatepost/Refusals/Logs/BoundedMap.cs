using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Refusals.Logs;

/// <summary>What a reader remembers between lines: a dictionary that forgets its oldest entries beyond a number.</summary>
internal sealed class BoundedMap<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Dictionary<TKey, (long Turn, TValue Value)> _entries = [];
    private readonly Queue<(TKey Key, long Turn)> _order = new();
    private long _turns;

    public void Set(TKey key, TValue value)
    {
        _entries[key] = (++_turns, value);
        _order.Enqueue((key, _turns));
        while (_order.Count > capacity)
        {
            var (oldest, turn) = _order.Dequeue();
            if (_entries.TryGetValue(oldest, out var entry) && entry.Turn == turn) _entries.Remove(oldest);
        }
    }

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var isKnown = _entries.TryGetValue(key, out var entry);
        value = entry.Value;
        return isKnown;
    }

    /// <summary>Gives the entry and forgets it.</summary>
    public bool TryTake(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var isKnown = _entries.Remove(key, out var entry);
        value = entry.Value;
        return isKnown;
    }
}
