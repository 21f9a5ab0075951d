using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>The names under which the DNS holds what it knows of addresses.</summary>
public static class ReverseName
{
    /// <summary>The name of an address's PTR record: <c>1.2.0.192.in-addr.arpa</c> (RFC 1035 section 3.5), <c>….ip6.arpa</c> (RFC 3596 section 2.5).</summary>
    public static string Of(IPAddress address) => Labels(address) + (address.AddressFamily == AddressFamily.InterNetwork ? ".in-addr.arpa" : ".ip6.arpa");

    /// <summary>The address's own labels, octets or half octets, the last first: before a block list's zone they make the name to ask for (RFC 5782 section 2).</summary>
    public static string Labels(IPAddress address)
    {
        var octets = address.GetAddressBytes().Reverse();
        return string.Join('.', address.AddressFamily == AddressFamily.InterNetwork
            ? octets.Select(static o => $"{o}")
            : octets.Select(static o => $"{o & 15:x}.{o >> 4:x}"));
    }
}
