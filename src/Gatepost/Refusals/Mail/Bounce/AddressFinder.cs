namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Finds mailbox addresses in text: bare ones, and ones in angle brackets (RFC 5321 section 4.1.2, loosely).</summary>
internal static class AddressFinder
{
    /// <summary>Longest local part and domain that are taken for an address.</summary>
    public const int LocalLimit = 256, DomainLimit = 255;

    /// <summary>The first address in <paramref name="text"/>, bare; null where there is none.</summary>
    public static string? First(ReadOnlySpan<char> text) =>
        TryNext(text, 0, out var start, out var length) ? text.Slice(start, length).ToString() : null;

    /// <summary>Every address in <paramref name="text"/>, in order, with repetitions.</summary>
    public static List<string> All(ReadOnlySpan<char> text, int limit = 1_000)
    {
        var found = new List<string>();
        var at = 0;
        while (found.Count < limit && TryNext(text, at, out var start, out var length))
        {
            found.Add(text.Slice(start, length).ToString());
            at = start + length;
        }

        return found;
    }

    /// <summary>Finds the next address at or after <paramref name="from"/>.</summary>
    public static bool TryNext(ReadOnlySpan<char> text, int from, out int start, out int length)
    {
        while (from < text.Length)
        {
            var at = text[from..].IndexOf('@');
            if (at < 0) break;
            at += from;
            if (TryAround(text, at, from, out start, out length)) return true;
            from = at + 1;
        }

        start = length = 0;
        return false;
    }

    private static bool TryAround(ReadOnlySpan<char> text, int at, int floor, out int start, out int length)
    {
        var bracketed = IsBracketed(text, at, floor, out var open);
        start = at;
        if (bracketed)
        {
            start = open + 1;
        }
        else if (at > floor && text[at - 1] == '"')
        {
            var quote = text[floor..(at - 1)].LastIndexOf('"');
            start = quote < 0 ? at : floor + quote;
        }
        else
        {
            while (start > floor && at - start < LocalLimit && IsLocal(text[start - 1])) start--;
            while (start < at && text[start] is '.' or '\'' or '*' or '=' or '-' or '`') start++;
        }

        var end = at + 1;
        if (end < text.Length && text[end] == '[')
        {
            var close = text[end..].IndexOf(']');
            end = close is < 0 or > 64 ? end : end + close + 1;
        }
        else
        {
            while (end < text.Length && end - at <= DomainLimit && IsDomain(text[end], bracketed)) end++;
            while (end > at + 1 && text[end - 1] is '.' or '-' or '_') end--;
        }

        length = end - start;
        return start < at && end > at + 1;
    }

    private static bool IsBracketed(ReadOnlySpan<char> text, int at, int floor, out int open)
    {
        open = at - 1;
        while (open >= floor && at - open < LocalLimit && text[open] is not ('<' or '>' or ' ' or '\n' or ':' or '@' or ',')) open--;
        return open >= floor && text[open] == '<' && open + 1 < at;
    }

    private static bool IsLocal(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".Contains(c);

    private static bool IsDomain(char c, bool bracketed) =>
        char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' || (bracketed && c > 0x7f && char.IsLetterOrDigit(c));
}
