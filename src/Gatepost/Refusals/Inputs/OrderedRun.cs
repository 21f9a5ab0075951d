using System.Runtime.ExceptionServices;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// One run of <see cref="OrderedParallel"/>: a ring of places, one for each item under way. Workers take the next item and
/// its place together, so that the ring's order is the items' order.
/// </summary>
internal sealed class OrderedRun<TIn, TOut> : IDisposable
{
    private struct Place
    {
        public bool Done;
        public TOut Value;
        public Exception? Error;
        public long Weight;
    }

    private readonly object _ring = new();
    private readonly object _items = new();
    private readonly Place[] _places;
    private readonly Thread[] _threads;
    private readonly IEnumerator<TIn> _source;
    private readonly Func<TIn, TOut> _work;
    private readonly Func<TIn, long>? _weigh;
    private readonly long _heaviest;
    private int _pending = 2;
    private TIn? _first;
    private long _taken;
    private long _given;
    private long _weight;
    private int _waiters;
    private bool _ended;
    private bool _stopped;
    private bool _consumerWaits;

    /// <summary>Starts the workers. <paramref name="source"/> stands at the second item already.</summary>
    public OrderedRun(IEnumerator<TIn> source, TIn first, Func<TIn, TOut> work, int workers, Func<TIn, long>? weigh, long heaviest)
    {
        (_source, _first, _work, _weigh, _heaviest) = (source, first, work, weigh, heaviest);
        _places = new Place[workers * 16];
        _threads = new Thread[workers];
        for (var i = 0; i < workers; i++)
        {
            _threads[i] = new Thread(Labour) { IsBackground = true, Name = "gatepost worker" };
            _threads[i].Start();
        }
    }

    /// <summary>Waits for the next result in order; false at the end. Throws what the work or the sequence threw for it.</summary>
    public bool TryTake(out TOut result)
    {
        Place place;
        lock (_ring)
        {
            ref var next = ref _places[_given % _places.Length];
            while (!next.Done)
            {
                if (_ended && _given == _taken)
                {
                    result = default!;
                    return false;
                }

                _consumerWaits = true;
                Monitor.Wait(_ring);
                _consumerWaits = false;
            }

            place = next;
            next = default;
            _given++;
            _weight -= place.Weight;
            if (_waiters > 0) Monitor.PulseAll(_ring);
        }

        if (place.Error is not null) ExceptionDispatchInfo.Throw(place.Error);
        result = place.Value;
        return true;
    }

    private void Labour()
    {
        while (TakeItem(out var item, out var index))
        {
            var place = new Place { Done = true, Weight = _places[index % _places.Length].Weight };
            try
            {
                place.Value = _work(item);
            }
            catch (Exception e)
            {
                place.Error = e;
            }

            Put(index, place);
        }
    }

    /// <summary>Takes the next item and its place. An exception of the sequence is put in the place that the item would have had.</summary>
    private bool TakeItem(out TIn item, out long index)
    {
        item = default!;
        index = 0;
        lock (_items)
        {
            lock (_ring)
            {
                while (!_stopped && !_ended && _taken > _given && (_taken - _given >= _places.Length || _weight > _heaviest))
                {
                    _waiters++;
                    Monitor.Wait(_ring);
                    _waiters--;
                }

                if (_stopped || _ended) return false;
            }

            try
            {
                if (!NextItem(out item))
                {
                    End();
                    return false;
                }

                index = Claim(_weigh?.Invoke(item) ?? 0);
                return true;
            }
            catch (Exception e)
            {
                var at = Claim(0);
                lock (_ring) _ended = true;
                Put(at, new Place { Done = true, Error = e });
                return false;
            }
        }
    }

    private bool NextItem(out TIn item)
    {
        switch (_pending)
        {
            case 2:
                item = _first!;
                _first = default;
                _pending = 1;
                return true;
            case 1:
                item = _source.Current;
                _pending = 0;
                return true;
            default:
                var more = _source.MoveNext();
                item = more ? _source.Current : default!;
                return more;
        }
    }

    private long Claim(long weight)
    {
        lock (_ring)
        {
            _places[_taken % _places.Length].Weight = weight;
            _weight += weight;
            return _taken++;
        }
    }

    private void Put(long index, in Place place)
    {
        lock (_ring)
        {
            _places[index % _places.Length] = place;
            if (_consumerWaits && index == _given) Monitor.PulseAll(_ring);
        }
    }

    private void End()
    {
        lock (_ring)
        {
            _ended = true;
            Monitor.PulseAll(_ring);
        }
    }

    /// <summary>Stops the workers and waits for them.</summary>
    public void Dispose()
    {
        lock (_ring)
        {
            _stopped = true;
            Monitor.PulseAll(_ring);
        }

        foreach (var thread in _threads) thread.Join();
    }
}
