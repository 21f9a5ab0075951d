using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>Typed values of a delivery report: <c>rfc822; a@b</c>, <c>dns; host</c> (RFC 3464 section 2.1.2, RFC 6533 section 3).</summary>
internal static class DsnAddress
{
    private static readonly SearchValues<byte> s_hostEnds = SearchValues.Create(" \t\r\n(,;"u8);
    private static readonly SearchValues<char> s_addressChars = SearchValues.Create("0123456789abcdefABCDEF:.");

    /// <summary>The value after its type; the whole value where no type stands before it.</summary>
    public static ReadOnlySpan<byte> Untyped(ReadOnlySpan<byte> raw, out ReadOnlySpan<byte> type)
    {
        type = default;
        var semicolon = raw.IndexOf((byte)';');
        if (semicolon is < 0 or > 24) return raw;
        var before = raw[..semicolon].TrimBlanks();
        if (before.ContainsAny(" @<>"u8)) return raw;
        type = before;
        return raw[(semicolon + 1)..].TrimBlanks();
    }

    /// <summary>The recipient in a Final-Recipient or Original-Recipient value, bare; null where there is none.</summary>
    public static string? Recipient(ReadOnlySpan<byte> raw)
    {
        var value = Untyped(raw, out var type);
        if (value.IsEmpty) return null;
        // A type may stand twice (rfc822;smtp:a@b), and a gateway may leave its own separator.
        if (Untyped(value, out var second) is var inner && !second.IsEmpty && !inner.IsEmpty) value = inner;
        if (value.StartsWithIgnoreCase("smtp:"u8)) value = value[5..];
        var isUnicode = type.StartsWithIgnoreCase("utf-8"u8) || type.StartsWithIgnoreCase("utf8"u8);
        var address = value.Contains((byte)'@') ? HeaderAddress.First(value) : HeaderAddress.Bare(Charsets.Decode(value, default));
        address = string.IsNullOrEmpty(address) ? null : EncodedWord.Unfold(address);
        return isUnicode && address is not null ? Unescape(address) : address;
    }

    /// <summary>True for an address with a local part and a domain, and no source route before it.</summary>
    public static bool IsComplete(string? address) =>
        address is not null && address.LastIndexOf('@') is > 0 and var at && at < address.Length - 1
        && address[0] != '@' && !address.Contains(' ');

    /// <summary>The host in a Remote-MTA or Reporting-MTA value, and the address where one is told beside it.</summary>
    public static string? Host(ReadOnlySpan<byte> raw, out string? address)
    {
        address = null;
        var value = Untyped(raw, out _);
        if (value.IsEmpty) return null;
        var end = value.IndexOfAny(s_hostEnds);
        var host = (end < 0 ? value : value[..end]).Trim(".<>"u8);
        var rest = end < 0 ? default : value[end..];
        var open = host.IndexOf((byte)'[');
        if (open > 0)
        {
            rest = host[open..];
            host = host[..open];
        }

        address = IpLiteral(Encoding.Latin1.GetString(host)) ?? IpLiteral(Encoding.Latin1.GetString(rest[..Math.Min(rest.Length, 80)]));
        return host.IsEmpty || host.IndexOfAny("=/\""u8) >= 0 ? null : Charsets.Decode(host, default);
    }

    /// <summary>The IP address at the start of a text, in brackets, parentheses or bare; null where there is none.</summary>
    public static string? IpLiteral(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimStart("[(").Trim();
        if (text.StartsWith("IPv6:", StringComparison.OrdinalIgnoreCase)) text = text[5..];
        var end = text.IndexOfAnyExcept(s_addressChars);
        if (end >= 0) text = text[..end];
        text = text.TrimEnd(":.");
        return text.Length > 2 && text.ContainsAny(":.") && System.Net.IPAddress.TryParse(text, out _)
            && (text.Contains(':') || text.Count('.') == 3) ? text.ToString() : null;
    }

    /// <summary>The <c>\x{…}</c> of RFC 6533 section 3 as the characters they stand for.</summary>
    private static string Unescape(string address)
    {
        var at = address.IndexOf("\\x{", StringComparison.Ordinal);
        if (at < 0) return address;
        var text = new StringBuilder(address.Length);
        var from = 0;
        for (; at >= 0; at = address.IndexOf("\\x{", from, StringComparison.Ordinal))
        {
            text.Append(address, from, at - from);
            var close = address.IndexOf('}', at);
            if (close > at + 3 && close - at < 12
                && int.TryParse(address.AsSpan(at + 3, close - at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
                && Rune.TryCreate(value, out var rune))
            {
                text.Append(rune);
                from = close + 1;
            }
            else
            {
                text.Append("\\x{");
                from = at + 3;
            }
        }

        return text.Append(address, from, address.Length - from).ToString();
    }
}
