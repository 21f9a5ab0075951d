namespace Gatepost.Refusals.Mail;

/// <summary>The address in a header value (RFC 5322 section 3.4, and what programs write instead).</summary>
internal static class HeaderAddress
{
    /// <summary>
    /// The first address of the value, bare: from <c>Name &lt;a@b&gt;</c>, <c>a@b (Name)</c>, <c>"a b"@c</c>; empty for
    /// <c>&lt;&gt;</c>; null where there is none (an empty group, a bare name).
    /// </summary>
    public static string? First(ReadOnlySpan<byte> raw)
    {
        var open = IndexOutside(raw, (byte)'<');
        if (open >= 0)
        {
            var rest = raw[(open + 1)..];
            var close = IndexOutside(rest, (byte)'>');
            var inner = (close < 0 ? rest : rest[..close]).TrimBlanks();
            if (inner.IsEmpty) return close < 0 ? null : "";
            if (close >= 0 || inner.Contains((byte)'@')) return Bare(Charsets.Decode(inner, default));
        }

        for (raw = raw.TrimBlanks(); !raw.IsEmpty;)
        {
            var end = IndexOutside(raw, (byte)',');
            var one = end < 0 ? raw : raw[..end];
            var comment = IndexOutside(one, (byte)'(');
            one = (comment < 0 ? one : comment == 0 ? AfterComment(one) : one[..comment]).TrimBlanks().Trim("';"u8);
            var at = one.LastIndexOf((byte)'@');
            if (at > 0) return Bare(Charsets.Decode(Token(one, at), default));
            raw = end < 0 ? default : raw[(end + 1)..];
        }

        return null;
    }

    /// <summary>An address without angle brackets, quotes around the whole, a <c>mailto:</c> and blanks.</summary>
    public static string Bare(string address)
    {
        var text = address.AsSpan().Trim().Trim("<>").Trim();
        if (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) text = text[7..];
        if (text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0]) text = text[1..^1];
        return text.Length == address.Length ? address : text.ToString();
    }

    private static ReadOnlySpan<byte> AfterComment(ReadOnlySpan<byte> text)
    {
        var close = text.IndexOf((byte)')');
        return close < 0 ? default : text[(close + 1)..];
    }

    /// <summary>The run without blanks around the at sign; a quoted local part keeps its blanks.</summary>
    private static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> text, int at)
    {
        var start = text[..at].LastIndexOfAny(" \t\r\n"u8) + 1;
        if (text[0] == '"' && text[at - 1] == '"') start = 0;
        var tail = text[at..].IndexOfAny(" \t\r\n"u8);
        return tail < 0 ? text[start..] : text[start..(at + tail)];
    }

    /// <summary>Offset of a mark that stands in no quoted string and, but for the opening of one, in no comment.</summary>
    private static int IndexOutside(ReadOnlySpan<byte> text, byte mark)
    {
        var simple = text.IndexOf(mark);
        if (simple < 0 || !text[..simple].ContainsAny((byte)'"', (byte)'(')) return simple;
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var b = text[i];
            if (b == mark && !isQuoted && depth == 0) return i;
            if (b == '\\') i++;
            else if (b == '"' && depth == 0) isQuoted = !isQuoted;
            else if (!isQuoted && b == '(') depth++;
            else if (!isQuoted && b == ')' && depth > 0) depth--;
        }

        return isQuoted || depth > 0 ? simple : -1;
    }
}
