using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// Counts round trips: holds every answer back until nothing else can go on, then lets all go at once. Deterministic, because all
/// that waits goes on in this context, which one thread works off.
/// </summary>
internal sealed class RoundDns(IDns dns) : SynchronizationContext, IDns
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = [];
    private readonly List<(TaskCompletionSource<DnsResponse> Waiting, DnsResponse Answer)> _held = [];
    private int _rounds;

    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var waiting = new TaskCompletionSource<DnsResponse>();
        _held.Add((waiting, await dns.Ask(query, cancel)));
        return await waiting.Task;
    }

    public override void Post(SendOrPostCallback d, object? state) => _ready.Enqueue((d, state));

    /// <summary>Begins what is to be counted.</summary>
    public T Begin<T>(Func<T> begin) => Within(begin);

    /// <summary>Lets rounds of answers go until the task ends; gives their number since the beginning.</summary>
    public int Until(Task task) => Within(() =>
    {
        for (; ; _rounds++)
        {
            while (_ready.TryDequeue(out var next)) next.Callback(next.State);
            if (task.IsCompleted) return _rounds;
            Assert.NotEmpty(_held);
            var round = _held.ToList();
            _held.Clear();
            foreach (var (waiting, answer) in round) waiting.SetResult(answer);
        }
    });

    private T Within<T>(Func<T> work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            return work();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
