using System.Collections.Immutable;
using System.Net;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What an audit is told besides the configuration.</summary>
public sealed record AuditOptions
{
    /// <summary>The networks that may relay; empty: loopback, the server's own addresses and the private ranges.</summary>
    public ImmutableArray<IPNetwork> Trusted { get; init; } = [];

    /// <summary>The server's own addresses.</summary>
    public ImmutableArray<IPNetwork> Own { get; init; } = [];

    /// <summary>What outside lookups answer, by the operator's word.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Domains whose mail from outside should be taken here, besides those that the configuration names.</summary>
    public ImmutableArray<string> HostedDomains { get; init; } = [];

    /// <summary>What the proof takes for granted.</summary>
    public ProofOptions Proof => new()
    {
        Strangers = new Strangers { Trusted = [.. Strangers.Loopback, .. Own, .. Trusted], PrivateRangesAreTrusted = Trusted.IsEmpty },
        Assumptions = Assumptions,
    };
}
