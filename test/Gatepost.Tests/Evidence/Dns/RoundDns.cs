using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// Counts round trips: holds every answer back until nothing else can go on, then lets all go at once. Deterministic, because what
/// waits goes on within the release, on the same thread.
/// </summary>
internal sealed class RoundDns(IDns dns) : IDns
{
    private readonly List<(TaskCompletionSource<DnsResponse> Waiting, DnsResponse Answer)> _held = [];

    /// <summary>How often answers were let go.</summary>
    public int Rounds { get; private set; }

    public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        var waiting = new TaskCompletionSource<DnsResponse>();
        _held.Add((waiting, await dns.Ask(query, cancel)));
        return await waiting.Task;
    }

    /// <summary>Lets rounds of answers go until the task ends; gives their number.</summary>
    public int Until(Task task)
    {
        while (!task.IsCompleted)
        {
            Assert.NotEmpty(_held);
            var round = _held.ToList();
            _held.Clear();
            Rounds++;
            foreach (var (waiting, answer) in round) waiting.SetResult(answer);
        }

        return Rounds;
    }
}
