namespace Gatepost.Evidence.Dns;

/// <summary>
/// Asks each question once in a run: equal questions, also those put at the same time, share the answer, whatever it is. For one
/// run only, for TTLs are not looked at. When it is full the oldest answer goes.
/// </summary>
/// <param name="dns">Whom to ask.</param>
/// <param name="capacity">Answers to keep.</param>
public sealed class CachingDns(IDns dns, int capacity = 10_000) : IDns
{
    private readonly Lock _lock = new();
    private readonly Dictionary<DnsQuery, Lazy<Task<DnsResponse>>> _answers = [];
    private readonly Queue<DnsQuery> _order = [];

    /// <inheritdoc/>
    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var answer = Answer(query);
        return answer.IsCompletedSuccessfully ? new ValueTask<DnsResponse>(answer) : Wait(query, answer, cancel);
    }

    // The question itself is not cancelled with one of those who wait for it: another may still want the answer.
    private Task<DnsResponse> Answer(DnsQuery query)
    {
        Lazy<Task<DnsResponse>>? answer;
        lock (_lock)
        {
            if (!_answers.TryGetValue(query, out answer))
            {
                if (_order.Count >= Math.Max(1, capacity)) _answers.Remove(_order.Dequeue());
                answer = new(() => dns.Ask(query, CancellationToken.None).AsTask());
                _answers.Add(query, answer);
                _order.Enqueue(query);
            }
        }

        return answer.Value;
    }

    private static async ValueTask<DnsResponse> Wait(DnsQuery query, Task<DnsResponse> answer, CancellationToken cancel)
    {
        try
        {
            return await answer.WaitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return new DnsResponse(query, DnsOutcome.Timeout) { Problem = "cancelled" };
        }
    }
}
