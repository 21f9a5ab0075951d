using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>The addresses that are the server's own (inet_interfaces) or stand for it (proxy_interfaces).</summary>
internal sealed class OwnAddresses(IEnumerable<IPAddress> interfaces, IEnumerable<IPAddress> proxies)
{
    private readonly FrozenSet<AddressKey> _all = interfaces.Concat(proxies).Select(AddressKey.Of).ToFrozenSet();

    /// <summary>The addresses that the server itself has.</summary>
    public ImmutableArray<IPAddress> Interfaces { get; } = [.. interfaces];

    /// <summary>All of them.</summary>
    public IEnumerable<AddressKey> All => _all;

    /// <summary>True for a literal of one of them.</summary>
    public bool IsOwnLiteral(ReadOnlySpan<char> domain) =>
        domain.Length > 2 && domain[0] == '[' && domain[^1] == ']' && HostSyntax.TryMailAddress(domain[1..^1], out var address) && _all.Contains(AddressKey.Of(address));

    /// <summary>The client is the server itself (permit_inet_interfaces).</summary>
    public Condition Client(Origin origin) => new ClientIn("inet_interfaces",
        [.. Interfaces.Select(a => new NetworkEntry(Networks.Masked(a, AddressKey.Of(a).Width), 1, a.ToString(), origin))]);
}
