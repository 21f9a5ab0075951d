using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Mta.Exim;

/// <summary>IP addresses and networks as Exim reads them: dotted quads only, no octal, host bits of a network do not count.</summary>
internal static class EximAddress
{
    private static readonly SearchValues<char> s_letters = SearchValues.Create("0123456789abcdefABCDEF.:");

    /// <summary>Reads an address as inet_pton does.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        if (text.IsEmpty || text.IndexOfAnyExcept(s_letters) >= 0) return false;
        return text.Contains(':') ? IPAddress.TryParse(text, out address) && address.AddressFamily == AddressFamily.InterNetworkV6 : IsQuad(text) && IPAddress.TryParse(text, out address);
    }

    /// <summary>Reads an address or a network.</summary>
    public static bool TryParseNetwork(string text, out IPNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParse(slash < 0 ? text : text.AsSpan(0, slash), out var address)) return false;
        var width = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var length = width;
        if (slash >= 0)
        {
            if (!int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out length)) return false;
            length = Math.Min(length, width);
        }

        network = new IPNetwork(Masked(address, length), length);
        return true;
    }

    /// <summary>An address with all bits behind a length cleared.</summary>
    public static IPAddress Masked(IPAddress address, int length)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var count);
        for (var i = 0; i < count; i++)
        {
            var kept = Math.Clamp(length - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xff << (8 - kept));
        }

        return new IPAddress(bytes[..count]);
    }

    private static bool IsQuad(ReadOnlySpan<char> text)
    {
        var parts = 0;
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || (part.Length > 1 && part[0] == '0') || part.IndexOfAnyExceptInRange('0', '9') >= 0 || int.Parse(part) > 255) return false;
        }

        return parts == 4;
    }
}
