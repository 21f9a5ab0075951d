namespace Gatepost.Evidence.Worlds;

/// <summary>Keeps answers in the order of their questions, from many threads, up to a bound.</summary>
internal sealed class RecordingLog<T>(int most) where T : class
{
    private readonly Lock _lock = new();
    private readonly List<T?> _slots = [];
    private bool _isFull;

    /// <summary>False where there was more than fits.</summary>
    public bool IsComplete
    {
        get
        {
            lock (_lock) return !_isFull;
        }
    }

    /// <summary>What was answered so far.</summary>
    public IReadOnlyList<T> Kept()
    {
        lock (_lock) return [.. _slots.OfType<T>()];
    }

    /// <summary>A place for an answer to come; null where there is none left.</summary>
    public int? Reserve()
    {
        lock (_lock)
        {
            if (_slots.Count == most)
            {
                _isFull = true;
                return null;
            }

            _slots.Add(null);
            return _slots.Count - 1;
        }
    }

    /// <summary>Fills a place.</summary>
    public void Keep(int? place, T answer)
    {
        if (place is not { } at) return;
        lock (_lock) _slots[at] = answer;
    }
}
