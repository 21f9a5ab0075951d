using System.Collections.Concurrent;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// The questions of one survey: the same question is put once, however many need its answer, and their number is bounded.
/// Keeps what was asked in the order of asking.
/// </summary>
internal sealed class AskedOnce(IDns dns, int most) : IDns
{
    private readonly ConcurrentDictionary<DnsQuery, Lazy<Task<DnsResponse>>> _asked = [];
    private readonly ConcurrentQueue<Lazy<Task<DnsResponse>>> _order = [];

    /// <summary>What was answered so far, in the order of asking.</summary>
    public IReadOnlyList<DnsResponse> Wire =>
        [.. _order.Where(static q => q.IsValueCreated && q.Value.IsCompletedSuccessfully).Select(static q => q.Value.Result)];

    /// <inheritdoc/>
    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        if (!_asked.TryGetValue(query, out var question))
        {
            if (_order.Count >= most)
                return ValueTask.FromResult(new DnsResponse(query, DnsOutcome.NotAsked) { Problem = $"a survey puts at most {most} questions" });
            var own = new Lazy<Task<DnsResponse>>(() => dns.Ask(query, cancel).AsTask());
            question = _asked.GetOrAdd(query, own);
            if (ReferenceEquals(question, own)) _order.Enqueue(own);
        }

        return new ValueTask<DnsResponse>(question.Value);
    }
}
