using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>Header values: unfolding (RFC 5322 section 2.2.3) and encoded words (RFC 2047, charset with RFC 2231 language).</summary>
internal static class EncodedWord
{
    /// <summary>The value as text: folds become one blank, encoded words are decoded, broken ones left as they stand.</summary>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf("=?"u8) < 0) return Unfold(Charsets.Decode(raw, default));
        var text = new StringBuilder(raw.Length);
        var pending = new List<byte>();
        var charset = default(ReadOnlySpan<byte>);
        var isAfterWord = false;
        while (!raw.IsEmpty)
        {
            var at = raw.IndexOf("=?"u8);
            if (at < 0) at = raw.Length;
            var between = raw[..at];
            if (at < raw.Length && TryRead(raw[at..], out var length, out var name, out var isBase64, out var encoded))
            {
                var isJoined = isAfterWord && between.TrimBlanks().IsEmpty;
                if (!isJoined || !System.Text.Ascii.EqualsIgnoreCase(name, charset)) Flush(text, pending, charset);
                if (!isJoined) text.Append(Charsets.Decode(between, default));
                charset = name;
                pending.AddRange(isBase64 ? TransferDecoder.Base64(encoded) : TransferDecoder.EncodedWordQ(encoded));
                isAfterWord = true;
                raw = raw[(at + length)..];
                continue;
            }

            var literal = Math.Min(raw.Length, at + 2);
            Flush(text, pending, charset);
            text.Append(Charsets.Decode(raw[..literal], default));
            isAfterWord = false;
            raw = raw[literal..];
        }

        Flush(text, pending, charset);
        return Unfold(text.ToString());
    }

    /// <summary>Line ends and the blanks around them become one blank.</summary>
    public static string Unfold(string text)
    {
        if (text.AsSpan().IndexOfAny('\r', '\n') < 0) return text.Trim();
        var result = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty) continue;
            if (result.Length > 0) result.Append(' ');
            result.Append(trimmed);
        }

        return result.ToString();
    }

    private static void Flush(StringBuilder text, List<byte> pending, ReadOnlySpan<byte> charset)
    {
        if (pending.Count == 0) return;
        text.Append(Charsets.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pending), charset));
        pending.Clear();
    }

    private static bool TryRead(
        ReadOnlySpan<byte> text, out int length, out ReadOnlySpan<byte> charset, out bool isBase64, out ReadOnlySpan<byte> encoded)
    {
        length = 0;
        charset = encoded = default;
        isBase64 = false;
        var rest = text[2..];
        var mark = rest[..Math.Min(rest.Length, 80)].IndexOf((byte)'?');
        if (mark <= 0 || mark + 2 >= rest.Length || rest[mark + 2] != '?') return false;
        var encoding = rest[mark + 1] | 0x20;
        if (encoding is not ('b' or 'q')) return false;
        charset = rest[..mark];
        var language = charset.IndexOf((byte)'*');
        if (language >= 0) charset = charset[..language];
        rest = rest[(mark + 3)..];
        var end = rest.IndexOf("?="u8);
        if (end < 0) return false;
        encoded = rest[..end];
        isBase64 = encoding == 'b';
        length = 2 + mark + 3 + end + 2;
        return true;
    }
}
