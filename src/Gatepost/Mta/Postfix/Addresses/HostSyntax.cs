using System.Buffers;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Mta.Postfix.Addresses;

/// <summary>What Postfix takes for a host name, an address and an address literal (its valid_hostname module).</summary>
internal static class HostSyntax
{
    private const int LongestName = 255;
    private const int LongestLabel = 63;
    private static readonly SearchValues<char> InNames = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
    private static readonly SearchValues<char> Numeric = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> V6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>True for labels of letters, digits, hyphens and underscores of which not all are digits; a final dot is none.</summary>
    public static bool IsHostName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name.Length > LongestName || name.IndexOfAnyExcept(InNames) >= 0) return false;
        for (var rest = name; ;)
        {
            var dot = rest.IndexOf('.');
            var label = dot < 0 ? rest : rest[..dot];
            if (label.Length is 0 or > LongestLabel || label[0] == '-' || label[^1] == '-') return false;
            if (dot < 0) break;
            rest = rest[(dot + 1)..];
        }

        return name.IndexOfAnyExcept(Numeric) >= 0;
    }

    /// <summary>True for a plain IPv4 or IPv6 address, without brackets.</summary>
    public static bool IsAddress(ReadOnlySpan<char> text) => text.Contains(':') ? IsV6(text) : IsV4(text);

    /// <summary>Reads what stands between the brackets of a literal: <c>192.0.2.1</c> or <c>IPv6:2001:db8::1</c>.</summary>
    public static bool TryMailAddress(ReadOnlySpan<char> text, out IPAddress address)
    {
        address = IPAddress.None;
        if (text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase))
            return IsV6(text[5..]) && IPAddress.TryParse(text[5..], out address!);
        return IsV4(text) && IPAddress.TryParse(text, out address!);
    }

    /// <summary>True for a literal in brackets with an address inside.</summary>
    public static bool IsLiteral(ReadOnlySpan<char> domain) => domain.Length > 2 && domain[0] == '[' && domain[^1] == ']' && TryMailAddress(domain[1..^1], out _);

    private static bool IsV4(ReadOnlySpan<char> text)
    {
        var bytes = 0;
        var digits = 0;
        var value = 0;
        var first = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                value = (value * 10) + (c - '0');
                if (++digits > 3 || value > 255) return false;
            }
            else if (c == '.' && digits > 0)
            {
                if (bytes == 0) first = value;
                bytes++;
                (digits, value) = (0, 0);
            }
            else
            {
                return false;
            }
        }

        if (bytes != 3 || digits == 0) return false;
        return first != 0 || text.IndexOfAnyExcept('0', '.') < 0;
    }

    private static bool IsV6(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(V6) < 0 && IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
}
