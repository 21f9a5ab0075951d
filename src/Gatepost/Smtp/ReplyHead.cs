namespace Gatepost.Smtp;

/// <summary>What stands between a reply's code and its words: statuses, the code once more, separators.</summary>
internal struct ReplyHead(int? code)
{
    private EnhancedStatus? _first;
    private EnhancedStatus? _agreeing;

    /// <summary>Reads the head of <paramref name="body"/> and gives its length.</summary>
    public int Read(ReadOnlySpan<char> body, bool isAfterCode)
    {
        var at = 0;
        while (true)
        {
            var start = at;
            if (isAfterCode || _first is not null) at = SkipSeparators(body, at);
            var mark = at;
            while (mark < body.Length && mark - at < 3 && body[mark] is '(' or '[' or '<' or '#' or '{') mark++;
            if (ReplyStatus.TryRead(body[mark..], isTolerant: true, out var status, out var length))
            {
                Keep(status);
                at = mark + length;
                while (mark-- > start && at < body.Length && body[at] is ')' or ']' or '>' or '}' or '#') at++;
                continue;
            }

            if (isAfterCode && ReplyCode.TryReadDigits(body[at..], out var again) && again == code && EndsCode(body[(at + 3)..]))
            {
                at += 3;
                continue;
            }

            return at;
        }
    }

    /// <summary>The status that counts: of the code's class rather than of another, in the reply rather than before it.</summary>
    public readonly EnhancedStatus? Best(ReadOnlySpan<char> body, ReadOnlySpan<char> before)
    {
        if (_agreeing is not null) return _agreeing;
        var @class = code / 100 ?? 0;
        return ReplyStatus.Find(body, @class) ?? _first ?? ReplyStatus.Find(before, @class)
            ?? (body.IndexOf('#') >= 0 || body.IndexOf('(') >= 0 ? ReplyFrame.TailStatus(body) : null);
    }

    private void Keep(EnhancedStatus status)
    {
        _first ??= status;
        if (_agreeing is null && (code is null || status.Class == code / 100)) _agreeing = status;
    }

    private static int SkipSeparators(ReadOnlySpan<char> body, int at)
    {
        while (at < body.Length && body[at] is ' ' or '\n' or ':' or ',' or ';' or '-' or '#' or '/') at++;
        return at;
    }

    private static bool EndsCode(ReadOnlySpan<char> after) =>
        after.IsEmpty || after[0] is ' ' or '\n' or '-' or ':' or ',' || EnhancedStatus.TryReadPrefix(after, out _, out _);
}
