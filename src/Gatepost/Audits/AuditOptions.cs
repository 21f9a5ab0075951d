using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta;
using Gatepost.Relay;
using Gatepost.Relay.Proof;

namespace Gatepost.Audits;

/// <summary>What an audit is told besides the configuration.</summary>
public sealed record AuditOptions
{
    /// <summary>The networks that may relay; empty: loopback, the server's own addresses and the private ranges.</summary>
    public ImmutableArray<IPNetwork> Trusted { get; init; } = [];

    /// <summary>The server's own addresses.</summary>
    public ImmutableArray<IPNetwork> Own { get; init; } = [];

    /// <summary>Domains whose verified client names may relay, besides the server's own local ones.</summary>
    public ImmutableArray<string> TrustedNames { get; init; } = [];

    /// <summary>What outside lookups answer, by the operator's word.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    /// <summary>Domains whose mail from outside should be taken here, besides those that the configuration names.</summary>
    public ImmutableArray<string> HostedDomains { get; init; } = [];

    /// <summary>What the proof takes for granted about a configuration: its own local domains' names are the operator's.</summary>
    public ProofOptions ProofOf(Configuration configuration) => new()
    {
        Strangers = new Strangers
        {
            Trusted = [.. Strangers.Loopback, .. Own, .. Trusted],
            TrustedNames = [.. TrustedNames, .. configuration.Domains.Where(static d => d.Class == AddressClass.Local && d.Name.Contains('.', StringComparison.Ordinal) && d.Name[0] != '[').Select(static d => d.Name)],
            PrivateRangesAreTrusted = Trusted.IsEmpty,
        },
        Assumptions = Assumptions,
    };
}
