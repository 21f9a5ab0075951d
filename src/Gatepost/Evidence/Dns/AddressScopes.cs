using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Sorts addresses by the special-purpose registries (RFC 6890 and its successors). The ranges for documentation count as
/// public: they are the Internet of examples and of worlds in a laboratory. IPv6 addresses that hold an IPv4 address
/// (mapped, NAT64, 6to4) are of that address's scope.
/// </summary>
public static class AddressScopes
{
    private static readonly (IPNetwork Network, AddressScope Scope)[] Special =
    [
        .. new (string Network, AddressScope Scope)[]
        {
            ("127.0.0.0/8", AddressScope.Loopback),
            ("10.0.0.0/8", AddressScope.Private),
            ("172.16.0.0/12", AddressScope.Private),
            ("192.168.0.0/16", AddressScope.Private),
            ("100.64.0.0/10", AddressScope.Private),
            ("169.254.0.0/16", AddressScope.Private),
            ("0.0.0.0/8", AddressScope.Reserved),
            ("192.0.0.0/24", AddressScope.Reserved),
            ("192.88.99.0/24", AddressScope.Reserved),
            ("198.18.0.0/15", AddressScope.Reserved),
            ("224.0.0.0/3", AddressScope.Reserved),
            ("::1/128", AddressScope.Loopback),
            ("fc00::/7", AddressScope.Private),
            ("fe80::/9", AddressScope.Private),
            ("64:ff9b:1::/48", AddressScope.Private),
            ("::/96", AddressScope.Reserved),
            ("100::/64", AddressScope.Reserved),
            ("2001:db8::/32", AddressScope.Public),
            ("2001::/23", AddressScope.Reserved),
            ("5f00::/16", AddressScope.Reserved),
            ("ff00::/8", AddressScope.Reserved),
        }.Select(static e => (IPNetwork.Parse(e.Network), e.Scope)),
    ];

    private static readonly (IPNetwork Network, int Offset)[] HoldingIPv4 =
    [
        (IPNetwork.Parse("64:ff9b::/96"), 12),
        (IPNetwork.Parse("2002::/16"), 2),
    ];

    /// <summary>The scope of an address.</summary>
    public static AddressScope Of(IPAddress address)
    {
        address = IPv4In(address) ?? address;
        foreach (var (network, scope) in Special)
            if (network.Contains(address)) return scope;
        return AddressScope.Public;
    }

    private static IPAddress? IPv4In(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        foreach (var (network, offset) in HoldingIPv4)
            if (network.Contains(address)) return new IPAddress(address.GetAddressBytes().AsSpan(offset, 4));
        return null;
    }
}
