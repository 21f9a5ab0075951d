namespace Gatepost.Smtp;

/// <summary>
/// Tells reply codes from other numbers by what stands around them. A port, a part of an address, a size, a rate, a phone
/// number, an identifier and a piece of a URL are not codes.
/// </summary>
internal static class ReplyContext
{
    public static ReplyPlace At(ReadOnlySpan<char> text, int at)
    {
        var isLineStart = at == 0 || text[at - 1] == '\n';
        if (!isLineStart && !MayPrecede(text[at - 1])) return ReplyPlace.None;
        var after = text[(at + 3)..];
        var hasStatus = IsFollowedByStatus(after);
        if (!hasStatus && !MayFollow(text.Slice(at, 3), after, isLineStart)) return ReplyPlace.None;
        if (hasStatus || isLineStart) return ReplyPlace.Start;
        if (text[at] is '2' or '3') return ReplyPlace.None;
        return Before(text[..at]);
    }

    private static bool MayPrecede(char c) =>
        c is ' ' or '\'' or '"' or '`' or '(' or '[' or '<' or '{' or '#' or '>' or ';' or ':' or '|' or '*' or '=' or '\u00ab'
            or '\u201c' or '\u2018' or '\u201e';

    private static ReplyPlace Before(ReadOnlySpan<char> before)
    {
        var last = before[^1];
        if (last is ':' or '=') return EndsInCodeWord(before[..^1]) ? ReplyPlace.Start : ReplyPlace.None;
        if (last != ' ') return ReplyPlace.Start;
        if (before.Length < 2) return ReplyPlace.Start;
        var punctuation = before[^2];
        if (punctuation is ':' or ';' or '>' or '-' or '|' or '*' or '#' or ')' or ']' or '"' or '\'' or '=' or '/' or '\u2013'
            or '\u2014' or '\u2022' or '\u00b7' or '\u00bb') return ReplyPlace.Start;
        if (EndsInStatus(before[..^1])) return ReplyPlace.Start;
        return EndsInCodeWord(before[..^1]) ? ReplyPlace.Mention : ReplyPlace.None;
    }

    private static bool EndsInStatus(ReadOnlySpan<char> before)
    {
        var start = before.LastIndexOfAny(' ', '\n') + 1;
        return EnhancedStatus.TryParse(before[start..].TrimStart('#'), out _);
    }

    private static bool EndsInCodeWord(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && before.Length - start < 12 && char.IsAsciiLetter(before[start - 1])) start--;
        Span<char> word = stackalloc char[12];
        var length = before[start..].ToLowerInvariant(word);
        return word[..length] is "error" or "code" or "status" or "smtp" or "esmtp" or "reply" or "response" or "said" or "says"
            or "returned" or "returns" or "responded" or "replied" or "answer" or "answered" or "err" or "rc" or "stat" or "result"
            or "reject" or "with" or "was" or "errorcode" or "diagnostic" or "fehler" or "erreur" or "errore";
    }

    private static bool IsFollowedByStatus(ReadOnlySpan<char> after)
    {
        var i = 0;
        while (i < after.Length && i < 3 && after[i] is ' ' or '-' or '#' or '(' or '[' or ':' or ',' or '/' or '\n') i++;
        return ReplyStatus.TryRead(after[i..], isTolerant: true, out _, out _);
    }

    private static bool MayFollow(ReadOnlySpan<char> code, ReadOnlySpan<char> after, bool isLineStart)
    {
        if (after.IsEmpty) return true;
        var words = after.TrimStart(" \n:,;-#/");
        if (ReplyCode.IsFollowedByUnit(words) || (!words.IsEmpty && words.IndexOfAnyExceptInRange('0', '9') < 0)) return false;
        var next = after.Length > 1 ? after[1] : '\0';
        switch (after[0])
        {
            case '\n':
                return true;
            case ' ':
                return !IsNumber(after[1..], isLineStart);
            case '-':
                return !IsPhoneTail(code, after[1..], isLineStart);
            case ':' or ',' or ';' or '=':
                return !char.IsAsciiDigit(next);
            case '.':
                return next is '\0' or ' ' or '\n';
            case ')':
                return !char.IsAsciiDigit(after[1..].TrimStart(' ') is [var digit, ..] ? digit : '\0');
            case ']' or '>' or '#' or '\'' or '"' or '`' or '\u00bb' or '\u201d' or '\u2019':
                return true;
            default:
                return false;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> text, bool isLineStart)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return !isLineStart && digits > 0 && text[digits] is ' ' or '\n' or '-' && !ReplyCode.TryReadDigits(text, out _);
    }

    private static bool IsPhoneTail(ReadOnlySpan<char> code, ReadOnlySpan<char> text, bool isLineStart)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        if (end < 0) end = text.Length;
        if (end == 0) return false;
        if (!isLineStart) return end == text.Length || text[end] != '.';
        return end is 3 or 4 && end < text.Length && text[end] is '-' or ' ' or '.' or ',' or ')' && !text.StartsWith(code);
    }
}
