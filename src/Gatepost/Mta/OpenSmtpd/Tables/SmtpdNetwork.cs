using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Addresses and networks as OpenSMTPD reads them: host bits do not matter, <c>10.1</c> is <c>10.1.0.0/16</c>, <c>[::1]</c> is <c>::1</c>.</summary>
internal static class SmtpdNetwork
{
    /// <summary>Reads one; null where it is none.</summary>
    public static IPNetwork? Read(string text)
    {
        if (text.StartsWith("ipv6:", StringComparison.Ordinal)) text = text[5..];
        if (V4(text) is { } v4) return v4;
        if (text.StartsWith('['))
        {
            text = text[1..];
            if (text.StartsWith("ipv6:", StringComparison.Ordinal)) text = text[5..];
            if (!text.EndsWith(']')) return null;
            text = text[..^1];
        }

        return V6(text);
    }

    /// <summary>True for an IPv4 address of four numbers without leading zeros.</summary>
    public static bool IsV4(ReadOnlySpan<char> text)
    {
        var numbers = 0;
        foreach (var range in text.Split('.'))
        {
            var number = text[range];
            if (++numbers > 4 || !byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) || (number.Length > 1 && number[0] == '0')) return false;
        }

        return numbers == 4;
    }

    /// <summary>True for an IPv6 address, without brackets or zone.</summary>
    public static bool IsV6(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiHexDigit(c) && c is not (':' or '.')) return false;
        var tail = text.LastIndexOf(':');
        if (tail < 0 || (text[tail..].Contains('.') && !IsV4(text[(tail + 1)..]))) return false;
        return IPAddress.TryParse(text, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6;
    }

    private static IPNetwork? V4(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var numbers = (slash < 0 ? text : text[..slash]).Split('.');
        if (numbers.Length > 4) return null;
        Span<byte> octets = stackalloc byte[4];
        for (var i = 0; i < numbers.Length; i++)
            if (numbers[i].Length is 0 or > 10 || !byte.TryParse(numbers[i].TrimStart('0').PadLeft(1, '0'), NumberStyles.None, CultureInfo.InvariantCulture, out octets[i])) return null;
        int bits;
        if (slash >= 0)
        {
            if (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > 32) return null;
        }
        else
        {
            // The width of the address's class, or of the numbers that are there.
            bits = Math.Max(numbers.Length * 8, octets[0] switch { >= 240 => 32, >= 224 => 8, >= 192 => 24, >= 128 => 16, _ => 8 });
        }

        return Masked(octets, bits);
    }

    private static IPNetwork? V6(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? text : text[..slash];
        var bits = 128;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > 128)) return null;
        if (!IsV6(address)) return null;
        Span<byte> octets = stackalloc byte[16];
        IPAddress.Parse(address).TryWriteBytes(octets, out _);
        return Masked(octets, bits);
    }

    private static IPNetwork Masked(Span<byte> octets, int bits)
    {
        for (var i = 0; i < octets.Length; i++)
        {
            var kept = Math.Clamp(bits - (i * 8), 0, 8);
            octets[i] &= (byte)(0xff00 >> kept);
        }

        return new IPNetwork(new IPAddress(octets), bits);
    }
}
