using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>Networks by an address within them.</summary>
internal static class IPRange
{
    /// <summary>The network of a prefix length that an address lies in.</summary>
    public static IPNetwork Of(IPAddress address, int prefix)
    {
        var octets = address.GetAddressBytes();
        for (var i = 0; i < octets.Length; i++)
        {
            var bits = Math.Clamp(prefix - (i * 8), 0, 8);
            octets[i] &= (byte)(0xff << (8 - bits));
        }

        return new IPNetwork(new IPAddress(octets), prefix);
    }
}
