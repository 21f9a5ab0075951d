namespace Gatepost.Smtp;

/// <summary>Finds the enhanced status code that stands in a reply's text.</summary>
internal static class ReplyStatus
{
    private const int LookBehind = 256;

    /// <summary>Reads a status at the start of <paramref name="text"/>; a tolerant reading lets letters follow it directly.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, bool isTolerant, out EnhancedStatus status, out int length)
    {
        if (EnhancedStatus.TryReadPrefix(text, out status, out length)) return true;
        if (!isTolerant || text.Length < 6 || text[1] != '.') return false;
        var end = 1;
        while (end < text.Length && end <= 9 && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
        if (end == text.Length) return false;
        return end is >= 5 and <= 9 && char.IsAsciiLetter(text[end]) && EnhancedStatus.TryParse(text[..end], out status)
            && (length = end) > 0;
    }

    /// <summary>The first status of class <paramref name="class"/> (any, where 0) that is no part of a version, name or address.</summary>
    public static EnhancedStatus? Find(ReadOnlySpan<char> text, int @class)
    {
        var dot = text.IndexOf('.');
        while (dot >= 0)
        {
            if (dot > 0 && EnhancedStatus.TryReadPrefix(text[(dot - 1)..], out var status, out var length)
                && (@class == 0 || status.Class == @class) && IsMarked(text, dot - 1, length))
                return status;
            var next = text[(dot + 1)..].IndexOf('.');
            dot = next < 0 ? -1 : dot + 1 + next;
        }

        return null;
    }

    private static bool IsMarked(ReadOnlySpan<char> text, int start, int length)
    {
        if (start == 0) return true;
        var before = text[start - 1];
        if (before is '#' or '(' or '[' or ';' or '\n' or '\'' or '"' or '<' or '=') return before != '=' || !IsUrl(text[..start]);
        if (before is not (' ' or ':' or '-')) return false;
        if (before == '-') return start >= 4 && ReplyCode.TryReadDigits(text[(start - 4)..], out _);
        if (before == ':') return true;
        return !IsProductName(text[..(start - 1)]) && !IsVersionTail(text[(start + length)..]);
    }

    private static bool IsUrl(ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LookBehind)..];
        return before[(before.LastIndexOfAny(' ', '\n') + 1)..].IndexOfAny("/?&") >= 0;
    }

    private static bool IsVersionTail(ReadOnlySpan<char> after) => after.StartsWith("/") || after.StartsWith("-");

    private static bool IsProductName(ReadOnlySpan<char> before)
    {
        var word = before[(before.LastIndexOfAny(' ', '\n') + 1)..];
        if (word.IsEmpty || !char.IsLetter(word[^1])) return false;
        if (word is "version" or "Version" or "ver" or "v" or "V") return true;
        return char.IsAsciiLetterUpper(word[0]) && word.Length > 1 && char.IsAsciiLetterLower(word[^1])
            && word is not ("Status" or "Error" or "Code" or "Message" or "Diagnostic");
    }
}
