using System.Net;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Reads the address patterns of a match list: <c>192.0.2.0/24</c>, <c>[2001:db8::]/32</c>, <c>192.0.2.1</c>.</summary>
internal static class Networks
{
    /// <summary>True where a pattern is matched against addresses; a host name is not.</summary>
    public static bool IsAddressPattern(string text) => text.Contains('/', StringComparison.Ordinal) || text.StartsWith('[') || IPAddress.TryParse(text, out _) && text.Count(static c => c == '.') == 3;

    /// <summary>
    /// The entry for a pattern, null where it can match nothing. A pattern that Postfix does not take is a fault for every client of its address family.
    /// </summary>
    public static NetworkEntry? Read(ListItem item, out string? problem)
    {
        problem = null;
        var text = item.Text;
        var isV6 = text.Contains(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var written = (slash < 0 ? text : text[..slash]).TrimStart('[').TrimEnd(']');
        var width = isV6 ? 128 : 32;
        var length = slash < 0 ? width : -1;
        var isRead = IPAddress.TryParse(written, out var address) && (isV6 || written.Count(static c => c == '.') == 3);
        if (isRead && slash >= 0 && int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var given) && given <= width) length = given;
        if (!isRead || length < 0)
        {
            problem = $"{text} is no network";
            return Everyone(item, isV6, problem);
        }

        if (Masked(address!, length) is var network && !network.BaseAddress.Equals(address))
        {
            problem = $"{text} has host bits set, {network} has none";
            return Everyone(item, isV6, problem);
        }

        // Postfix writes a mapped IPv4 client as IPv4, so that a pattern for mapped addresses never meets one.
        return address!.IsIPv4MappedToIPv6 && length >= 96 ? null : new NetworkEntry(network, item.IsExcluded ? 0 : 1, text, item.Origin);
    }

    /// <summary>A network without its host bits.</summary>
    public static IPNetwork Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var bits = Math.Clamp(length - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - bits));
        }

        return new IPNetwork(new IPAddress(bytes), length);
    }

    private static NetworkEntry Everyone(ListItem item, bool isV6, string problem) =>
        new(new IPNetwork(isV6 ? IPAddress.IPv6Any : IPAddress.Any, 0), Relay.Answer.FaultValue, problem, item.Origin);
}
