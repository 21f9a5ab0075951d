using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>ASCII searches on bytes that do not mind case.</summary>
internal static class AsciiText
{
    /// <summary>Offset of <paramref name="needle"/> (lower or upper case alike), or -1.</summary>
    public static int IndexOfIgnoreCase(this ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> needle)
    {
        if (needle.IsEmpty) return 0;
        var first = needle[0];
        var other = (byte)(char.IsAsciiLetter((char)first) ? first ^ 0x20 : first);
        var from = 0;
        while (bytes.Length - from >= needle.Length)
        {
            var at = bytes[from..^(needle.Length - 1)].IndexOfAny(first, other);
            if (at < 0) return -1;
            at += from;
            if (Ascii.EqualsIgnoreCase(bytes.Slice(at, needle.Length), needle)) return at;
            from = at + 1;
        }

        return -1;
    }

    /// <summary>
    /// Offset of <paramref name="words"/> in whatever case (ordinal), or -1. Where culture data is left out, as here, the
    /// framework's own search looks at one character after the other.
    /// </summary>
    public static int IndexOfIgnoreCase(this ReadOnlySpan<char> text, ReadOnlySpan<char> words)
    {
        if (words.IsEmpty || words[0] > '\x7f') return text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        var first = words[0];
        var other = char.IsAsciiLetter(first) ? (char)(first ^ 0x20) : first;
        for (var from = 0; text.Length - from >= words.Length; from++)
        {
            var at = text[from..^(words.Length - 1)].IndexOfAny(first, other);
            if (at < 0) return -1;
            from += at;
            if (text.Slice(from, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase)) return from;
        }

        return -1;
    }

    /// <summary>True where <paramref name="words"/> stand in the text, in whatever case (ordinal).</summary>
    public static bool ContainsIgnoreCase(this ReadOnlySpan<char> text, ReadOnlySpan<char> words) => text.IndexOfIgnoreCase(words) >= 0;

    /// <summary>True where <paramref name="needle"/> stands in the bytes, in any case.</summary>
    public static bool ContainsIgnoreCase(this ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> needle) =>
        bytes.IndexOfIgnoreCase(needle) >= 0;

    /// <summary>True where the bytes begin with <paramref name="prefix"/>, in any case.</summary>
    public static bool StartsWithIgnoreCase(this ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> prefix) =>
        bytes.Length >= prefix.Length && Ascii.EqualsIgnoreCase(bytes[..prefix.Length], prefix);

    /// <summary>The bytes without blanks, tabs and line ends at both ends.</summary>
    public static ReadOnlySpan<byte> TrimBlanks(this ReadOnlySpan<byte> bytes) => bytes.Trim(" \t\r\n"u8);
}
