using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// The DNS of a recorded world. A question is answered as it was first answered, with the time of that; one that was not
/// asked then is <see cref="DnsOutcome.NotAsked"/>.
/// </summary>
public sealed class RecordedDns : IDns
{
    private readonly Dictionary<Key, DnsResponse> _responses = [];

    /// <summary>Makes the DNS of a world.</summary>
    public RecordedDns(World world)
    {
        foreach (var response in world.Responses) _responses.TryAdd(Key.Of(response.Query), response);
    }

    /// <inheritdoc/>
    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel) => ValueTask.FromResult(
        _responses.TryGetValue(Key.Of(query), out var response)
            ? response with { Query = query }
            : new DnsResponse(query, DnsOutcome.NotAsked) { Server = query.Server, Problem = "the recorded world does not hold it" });

    private readonly record struct Key(string Name, DnsType Type, IPEndPoint? Server, bool Recursion, bool CheckingDisabled, bool DnssecOk)
    {
        public static Key Of(DnsQuery query) =>
            new(query.Name.ToLowerInvariant(), query.Type, query.Server, query.RecursionDesired, query.CheckingDisabled, query.DnssecOk);
    }
}
