using System.Net;
using System.Net.Sockets;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>Client addresses as the text that Postfix looks up.</summary>
internal static class ClientAddressText
{
    /// <summary>Room for every address.</summary>
    public const int Longest = 65;

    /// <summary>Writes the address.</summary>
    public static ReadOnlySpan<char> Write(AddressKey address, Span<char> room)
    {
        if (address.IsV6) return room[..(address.ToAddress().TryFormat(room, out var length) ? length : 0)];
        var at = 0;
        for (var shift = 24; shift >= 0; shift -= 8)
        {
            ((byte)(address.Bits >> shift)).TryFormat(room[at..], out var digits);
            at += digits;
            if (shift > 0) room[at++] = '.';
        }

        return room[..at];
    }

    /// <summary>The networks at whose ends the answer of a key may change: <c>10.9</c> stands for 10.9.0.0/16.</summary>
    public static IEnumerable<IPNetwork> Networks(string key)
    {
        if (key.Contains(':', StringComparison.Ordinal))
        {
            if (IPAddress.TryParse(key, out var v6) && v6.AddressFamily == AddressFamily.InterNetworkV6) yield return new IPNetwork(v6, 128);
            var groups = key.TrimEnd(':').Split(':');
            if (groups.Length < 8 && !key.TrimEnd(':').Contains("::", StringComparison.Ordinal) && IPAddress.TryParse(string.Join(':', groups) + "::", out var prefix))
                yield return new IPNetwork(prefix, 16 * groups.Length);
            yield break;
        }

        var octets = key.Split('.');
        if (octets.Length > 4 || !octets.All(static o => byte.TryParse(o, out _))) yield break;
        var whole = string.Join('.', octets.Concat(Enumerable.Repeat("0", 4 - octets.Length)));
        if (IPAddress.TryParse(whole, out var v4)) yield return new IPNetwork(v4, 8 * octets.Length);
        if (octets.Length == 1 && IPAddress.TryParse(key + "::", out var one)) yield return new IPNetwork(one, 16);
    }
}
