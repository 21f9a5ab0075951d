using System.Buffers;
using System.Net;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>Reads addresses as strictly as inet_pton(3) does; a mapped IPv6 address stays IPv6.</summary>
internal static class AddressText
{
    private static readonly SearchValues<char> s_v6 = SearchValues.Create("0123456789abcdefABCDEF:.");

    public static bool TryRead(ReadOnlySpan<char> text, out AddressKey address)
    {
        address = default;
        if (!text.Contains(':')) return TryV4(text, out address);
        if (text.ContainsAnyExcept(s_v6)) return false;
        if (text.Contains('.') && !TryV4(text[(text.LastIndexOf(':') + 1)..], out _)) return false;
        if (!IPAddress.TryParse(text, out var parsed)) return false;
        Span<byte> bytes = stackalloc byte[16];
        parsed.TryWriteBytes(bytes, out _);
        address = new AddressKey(true, System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes));
        return true;
    }

    private static bool TryV4(ReadOnlySpan<char> text, out AddressKey address)
    {
        address = default;
        var (bits, parts) = (0u, 0);
        foreach (var range in text.Split('.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || part.IndexOfAnyExceptInRange('0', '9') >= 0 || (part.Length > 1 && part[0] == '0')) return false;
            var octet = 0u;
            foreach (var digit in part) octet = (octet * 10) + (uint)(digit - '0');
            if (octet > 255) return false;
            bits = (bits << 8) | octet;
        }

        address = new AddressKey(false, bits);
        return parts == 4;
    }
}
