using System.Buffers;
using System.Globalization;

namespace Gatepost.Refusals.Events;

/// <summary>Small readings of the strings in events.</summary>
internal static class EventText
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create("\t\r\n\v\f");

    /// <summary>The first <paramref name="length"/> characters, no surrogate pair split.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        if (length > 0 && char.IsHighSurrogate(text[length - 1])) length--;
        return text[..length];
    }

    /// <summary>One line, each run of blanks as one, none at the ends.</summary>
    public static string Fold(string text)
    {
        text = text.Trim();
        if (!text.AsSpan().ContainsAny(Blanks) && !text.Contains("  ", StringComparison.Ordinal)) return text;
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The address in <c>Name &lt;a@b&gt;</c>, <c>&lt;a@b&gt;</c> or <c>a@b</c>; null where nothing is left.</summary>
    public static string? Address(string? text)
    {
        if (text is null) return null;
        var bare = text.AsSpan().Trim();
        var open = bare.LastIndexOf('<');
        if (open >= 0)
        {
            bare = bare[(open + 1)..];
            var close = bare.IndexOf('>');
            if (close >= 0) bare = bare[..close];
        }

        bare = bare.Trim();
        return bare.IsEmpty ? null : bare.Length == text.Length ? text : bare.ToString();
    }

    /// <summary>A message id without angle brackets and blanks.</summary>
    public static string? Id(string? text) => Address(text);

    /// <summary>The name in <c>dns; host</c> or <c>dns;host (ip)</c> (RFC 3464 section 2.1.2), else the text.</summary>
    public static string? MtaName(string? text)
    {
        if (text is null) return null;
        var semicolon = text.IndexOf(';');
        var name = text[(semicolon + 1)..].Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>A reply code of SMTP: 2, 4 or 5, then 0 to 5, then a digit (RFC 5321 section 4.2.1).</summary>
    public static int? SmtpCode(string? text) =>
        text is ['2' or '4' or '5', >= '0' and <= '5', >= '0' and <= '9'] ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>True where <paramref name="text"/> equals one of the words, whatever the case.</summary>
    public static bool IsOneOf(string? text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
