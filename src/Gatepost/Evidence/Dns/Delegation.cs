using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>The way from the root down to the servers of a zone, walked without recursion.</summary>
/// <param name="Zone">The zone that holds the domain: the name of the last delegation.</param>
/// <param name="Servers">The names of its servers as the parent gives them.</param>
public sealed record Delegation(string Zone, IReadOnlyList<string> Servers)
{
    /// <summary>The addresses of each server, from glue or looked up; empty where none was found (no glue, cyclic).</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> Addresses { get; init; } = new Dictionary<string, IReadOnlyList<IPAddress>>();

    /// <summary>How the walk ended; <see cref="DnsOutcome.Referral"/> where it reached the zone's servers, <see cref="DnsOutcome.NxDomain"/> where a parent denied the name.</summary>
    public required DnsOutcome Outcome { get; init; }

    /// <summary>Every step of the walk, for the wire.</summary>
    public IReadOnlyList<DnsResponse> Steps { get; init; } = [];

    /// <summary>True where the parent holds a DS record: the zone is to be signed.</summary>
    public bool IsSigned { get; init; }
}
