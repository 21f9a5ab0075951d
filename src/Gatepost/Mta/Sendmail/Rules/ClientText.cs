using System.Globalization;
using System.Net;

namespace Gatepost.Mta.Sendmail.Rules;

/// <summary>Client addresses as Sendmail writes them, and parts of them that stand for networks: <c>192.0.2</c>, <c>IPv6:2001:db8</c>.</summary>
internal static class ClientText
{
    /// <summary>An address as Sendmail writes it.</summary>
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return bytes.Length == 4 ? address.ToString()
            : "IPv6:" + string.Join(':', Enumerable.Range(0, 8).Select(i => ((bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToString("x", CultureInfo.InvariantCulture)));
    }

    /// <summary>The network of the addresses that begin with the text, token by token; null where no address does.</summary>
    public static IPNetwork? Network(string text)
    {
        if (text.StartsWith("ipv6", StringComparison.OrdinalIgnoreCase)) return V6(text[4..]);
        var parts = text.Split('.');
        if (parts is [.., ""] && parts.Length > 1) parts = parts[..^1];
        if (parts.Length is 0 or > 4) return null;
        var bytes = new byte[4];
        for (var i = 0; i < parts.Length; i++)
            if (!byte.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out bytes[i]) || parts[i] != bytes[i].ToString(CultureInfo.InvariantCulture)) return null;
        return new IPNetwork(new IPAddress(bytes), parts.Length * 8);
    }

    /// <summary>The network of a literal <c>[192.0.2]</c>; null where it is none.</summary>
    public static IPNetwork? Literal(string text) => text is ['[', .. var inside, ']'] && !inside.EndsWith('.') && !inside.EndsWith(':') ? Network(inside) : null;

    // Every group is written without zeros in front, and none is left out.
    private static IPNetwork? V6(string text)
    {
        if (text.Length == 0) return new IPNetwork(IPAddress.IPv6None, 0);
        if (text[0] != ':') return null;
        var groups = text[1..].Split(':');
        if (groups is [.., ""]) groups = groups[..^1];
        if (groups.Length > 8) return null;
        var bytes = new byte[16];
        for (var i = 0; i < groups.Length; i++)
        {
            if (!ushort.TryParse(groups[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var group)) return null;
            if (!groups[i].Equals(group.ToString("x", CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase)) return null;
            (bytes[2 * i], bytes[(2 * i) + 1]) = ((byte)(group >> 8), (byte)group);
        }

        return new IPNetwork(new IPAddress(bytes), groups.Length * 16);
    }
}
