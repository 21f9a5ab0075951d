using System.Collections.Concurrent;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Remembers recent answers of the recursive resolver, so that look-ups which depend on each other, or many targets at one
/// provider, ask once. What failed, and what an authoritative server said, is asked anew. Thread-safe; memory is bounded.
/// </summary>
/// <param name="inner">The DNS.</param>
/// <param name="capacity">Answers held at most, about.</param>
/// <param name="clock">For ageing.</param>
public sealed class RecentDns(IDns inner, int capacity, TimeProvider clock) : IDns
{
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(5);

    // Two generations: what is used again moves up, what is not goes with the older one.
    private ConcurrentDictionary<DnsQuery, (DnsResponse Response, long At)> _young = new();
    private ConcurrentDictionary<DnsQuery, (DnsResponse Response, long At)> _old = new();
    private int _count;

    /// <inheritdoc/>
    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        if (query.Server is not null) return await inner.Ask(query, cancel).ConfigureAwait(false);
        if (_young.TryGetValue(query, out var known) && IsFresh(known)) return known.Response;
        if (_old.TryGetValue(query, out known) && IsFresh(known))
        {
            Keep(query, known);
            return known.Response;
        }

        var response = await inner.Ask(query, cancel).ConfigureAwait(false);
        if (response.Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain) Keep(query, (response, clock.GetTimestamp()));
        return response;
    }

    private bool IsFresh((DnsResponse Response, long At) known)
    {
        var age = clock.GetElapsedTime(known.At);
        if (age >= Oldest) return false;
        foreach (var record in known.Response.Answers)
            if (age.TotalSeconds >= record.Ttl && age.TotalSeconds >= 1) return false;
        return true;
    }

    private void Keep(DnsQuery query, (DnsResponse Response, long At) known)
    {
        _young[query] = known;
        if (Interlocked.Increment(ref _count) <= capacity / 2) return;
        Interlocked.Exchange(ref _count, 0);
        _old = Interlocked.Exchange(ref _young, new());
    }
}
