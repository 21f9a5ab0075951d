namespace Gatepost.Smtp;

/// <summary>What reports put around a reply they quote: quotation marks, brackets, <c>smtp;</c>, hash marks, a status at the end.</summary>
internal static class ReplyFrame
{
    /// <summary>What follows the code at <paramref name="spot"/>, up to the mark that closes what was opened before it.</summary>
    public static Span<char> Unwrap(Span<char> text, ReplyCode spot)
    {
        var body = text[(spot.Start + 3)..];
        if (spot.Start == 0) return body;
        var opening = text[spot.Start - 1];
        if (opening == '(' && LiteralStart(body) is var literal and > 0)
            return LastClosing(body[literal..], body[literal - 1]) is var close and >= 0 ? body.Slice(literal, close) : body[literal..];
        var before = text[..spot.Start];
        var end = opening switch
        {
            '\'' or '"' or '`' => LastClosing(body, opening),
            '\u201c' or '\u201e' => LastClosing(body, '\u201d'),
            '\u2018' => LastClosing(body, '\u2019'),
            '\u00ab' => LastClosing(body, '\u00bb'),
            '(' => Balanced(body, '(', ')'),
            '[' => Balanced(body, '[', ']'),
            '{' => Balanced(body, '{', '}'),
            '<' => Balanced(body, '<', '>'),
            _ => before.IndexOf("#<") >= 0 ? Balanced(body, '<', '>') : -1,
        };
        if (end == 0) return body[1..];
        return end > 0 ? body[..end] : body;
    }

    /// <summary>Length of a <c>smtp;</c> in front of a reply without a code.</summary>
    public static int WrapperLength(ReadOnlySpan<char> text) =>
        text.StartsWith("smtp;", StringComparison.OrdinalIgnoreCase) ? 5 + (text.Length > 5 && text[5] is ' ' or '\n' ? 1 : 0) : 0;

    /// <summary>Cuts blanks, hash marks, written line ends and a bracketed status off the end.</summary>
    public static ReadOnlySpan<char> TrimTail(ReadOnlySpan<char> text, bool hasCode)
    {
        while (hasCode)
        {
            var shorter = text.TrimEnd(" #");
            if (shorter.EndsWith(")") && shorter.LastIndexOf('(') is var open and >= 0
                && EnhancedStatus.TryParse(shorter[(open + 1)..^1].TrimStart('#').Trim(' '), out _))
                shorter = shorter[..open];
            if (shorter.EndsWith("\\n") || shorter.EndsWith("\\r")) shorter = shorter[..^2];
            if (shorter.Length == text.Length) break;
            text = shorter;
        }

        return text;
    }

    /// <summary>A status in round brackets that ends the text, whatever its class.</summary>
    public static EnhancedStatus? TailStatus(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" #\n");
        if (!text.EndsWith(")")) return null;
        var open = text.LastIndexOf('(');
        return open >= 0 && EnhancedStatus.TryParse(text[(open + 1)..^1].TrimStart('#').Trim(' '), out var status) ? status : null;
    }

    /// <summary>True where the words before a code that ends the text are more than a report's label for it.</summary>
    public static bool HoldsWords(ReadOnlySpan<char> before)
    {
        var words = 0;
        foreach (var range in before.SplitAny(' ', '\n'))
            if (before[range] is { Length: > 1 } word && char.IsLetter(word[0]) && char.IsLetter(word[^1])) words++;
        return words >= 2;
    }

    // Python's (550, b'5.7.1 …'): the length up to the text.
    private static int LiteralStart(ReadOnlySpan<char> body) =>
        body.StartsWith(", b'") || body.StartsWith(", b\"") ? 4 : body.StartsWith(", '") || body.StartsWith(", \"") ? 3 : 0;

    private static int LastClosing(ReadOnlySpan<char> body, char mark)
    {
        var at = body.LastIndexOf(mark);
        return at >= 0 && (at + 1 == body.Length || !char.IsLetterOrDigit(body[at + 1])) ? at : -1;
    }

    private static int Balanced(ReadOnlySpan<char> body, char open, char close)
    {
        var depth = 1;
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] == open) depth++;
            else if (body[i] == close && --depth == 0) return i;
        }

        return -1;
    }
}
