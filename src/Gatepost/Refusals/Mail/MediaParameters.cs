using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>
/// A structured header value, <c>value; name=text; name*0*=…</c>: Content-Type, Content-Disposition, Auto-Submitted
/// (RFC 2045 section 5.1, RFC 2231). Reads the raw value; allocates only for a parameter that is asked for.
/// </summary>
internal static class MediaParameters
{
    /// <summary>The value before the first semicolon, trimmed, quotes taken off.</summary>
    public static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> raw)
    {
        var end = raw.IndexOfAny((byte)';', (byte)'(');
        var value = (end < 0 ? raw : raw[..end]).TrimBlanks();
        var blank = value.IndexOfAny(" \t\r\n"u8);
        return (blank < 0 ? value : value[..blank]).Trim((byte)'"');
    }

    /// <summary>The parameter of this name, unquoted and with RFC 2231 pieces joined; null where it is not there.</summary>
    public static string? Find(ReadOnlySpan<byte> raw, ReadOnlySpan<byte> name)
    {
        var pieces = default(StringBuilder);
        for (var rest = Skip(raw, out _); !rest.IsEmpty;)
        {
            rest = ReadOne(rest, out var key, out var value, out var isQuoted);
            if (!key.StartsWithIgnoreCase(name)) continue;
            var suffix = key[name.Length..];
            if (suffix.IsEmpty) return Unquote(value, isQuoted);
            if (suffix[0] != '*') continue;
            var text = suffix[^1] == '*' ? Percent(value, suffix.Length == 1 || suffix.StartsWith("*0"u8)) : Unquote(value, isQuoted);
            if (suffix.Length == 1) return text;
            (pieces ??= new StringBuilder()).Append(text);
        }

        return pieces?.ToString();
    }

    private static ReadOnlySpan<byte> ReadOne(
        ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> key, out ReadOnlySpan<byte> value, out bool isQuoted)
    {
        isQuoted = false;
        value = default;
        var stop = rest.IndexOfAny((byte)'=', (byte)';');
        if (stop < 0 || rest[stop] == ';')
        {
            key = default;
            return stop < 0 ? default : rest[(stop + 1)..];
        }

        key = rest[..stop].TrimBlanks();
        rest = rest[(stop + 1)..].TrimStart(" \t\r\n"u8);
        if (rest.IsEmpty) return rest;
        isQuoted = rest[0] == '"';
        var skip = Skip(rest, out var length);
        value = rest[..length].TrimEnd(" \t\r\n"u8);
        if (isQuoted) value = value[1..];
        return skip;
    }

    /// <summary>Passes over a value up to and with its semicolon, minding quoted strings; a quote left open ends at the line's end.</summary>
    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> text, out int length)
    {
        var i = 0;
        if (!text.IsEmpty && text[0] == '"')
        {
            for (i = 1; i < text.Length && text[i] != '"'; i++)
                if (text[i] == '\\') i++;
            i = Math.Min(i, text.Length);
        }

        var semicolon = text[i..].IndexOf((byte)';');
        length = semicolon < 0 ? text.Length : i + semicolon;
        return semicolon < 0 ? default : text[(length + 1)..];
    }

    private static string Unquote(ReadOnlySpan<byte> value, bool isQuoted)
    {
        if (!isQuoted)
        {
            var end = value.IndexOfAny(" \t\r\n"u8);
            return Charsets.Decode((end < 0 ? value : value[..end]).TrimEnd((byte)'"'), default);
        }

        var close = value.IndexOf((byte)'"');
        if (close >= 0 && value.IndexOf((byte)'\\') < 0) return Clean(Charsets.Decode(value[..close], default));
        var text = new StringBuilder();
        for (var i = 0; i < value.Length && value[i] != '"'; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length) i++;
            text.Append((char)value[i]);
        }

        return Clean(text.ToString());
    }

    private static string Clean(string text) =>
        text.AsSpan().IndexOfAny('\r', '\n') < 0 ? text : text.Replace("\r", "").Replace("\n", "").Replace("\t", "");

    private static string Percent(ReadOnlySpan<byte> value, bool hasCharset)
    {
        value = value.Trim((byte)'"');
        var charset = default(ReadOnlySpan<byte>);
        if (hasCharset && value.IndexOf((byte)'\'') is var first and >= 0)
        {
            var second = value[(first + 1)..].IndexOf((byte)'\'');
            if (second >= 0)
            {
                charset = value[..first];
                value = value[(first + second + 2)..];
            }
        }

        var bytes = new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '%' && TransferDecoder.TryHex(value[(i + 1)..], out var b))
            {
                bytes[length++] = b;
                i += 2;
            }
            else
            {
                bytes[length++] = value[i];
            }
        }

        return Charsets.Decode(bytes.AsSpan(0, length), charset);
    }
}
