namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>Letters as the C locale sees them: ASCII and no others have two cases.</summary>
internal static class AsciiText
{
    /// <summary>The text in lower case; the same instance where it already is.</summary>
    public static string Lower(string text)
    {
        foreach (var c in text)
            if (c is >= 'A' and <= 'Z') return string.Create(text.Length, text, static (to, from) => Fold(from, to));
        return text;
    }

    /// <summary>True for an ASCII letter or digit.</summary>
    public static bool IsAlphanumeric(char c) => char.IsAsciiLetterOrDigit(c);

    private static void Fold(ReadOnlySpan<char> from, Span<char> to)
    {
        for (var i = 0; i < from.Length; i++) to[i] = from[i] is >= 'A' and <= 'Z' and var c ? (char)(c | 0x20) : from[i];
    }
}
