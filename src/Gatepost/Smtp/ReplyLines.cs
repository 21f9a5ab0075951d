namespace Gatepost.Smtp;

/// <summary>The lines of a reply: control characters out, blanks folded, line breaks in their several spellings as one mark.</summary>
internal static class ReplyLines
{
    private const int LinesCompared = 16;

    /// <summary>Copies <paramref name="text"/> into <paramref name="buffer"/>, at least as long; a line break becomes <c>\n</c>.</summary>
    public static Span<char> Fold(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        var gap = '\0';
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is > ' ' and < '\x7f' && c is not ('\\' or '/'))
            {
                // the common case: nothing to look at
            }
            else if (c is '\r' or '\n' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029')
            {
                gap = '\n';
                continue;
            }
            else if (IsBlank(c))
            {
                if (gap == '\0') gap = ' ';
                continue;
            }
            else if (WrittenBreak(text, i, gap) is var width and > 0)
            {
                gap = '\n';
                i += width - 1;
                continue;
            }

            if (gap != '\0' && length > 0) buffer[length++] = gap;
            gap = '\0';
            buffer[length++] = c;
        }

        return buffer[..length];
    }

    /// <summary>True for what folds into a blank.</summary>
    public static bool IsBlank(char c) => c == ' ' || char.IsControl(c) || char.IsWhiteSpace(c) || c == '\ufeff';

    /// <summary>
    /// Joins the lines in place by one blank, without the code that each repeats and without lines that stood there before.
    /// Several lines on one (<c>550-a 550 b</c>) are told by <paramref name="isSeveralLines"/>. Gives the new length.
    /// </summary>
    public static int Join(Span<char> body, int? code, bool isSeveralLines)
    {
        Span<(int Start, int Length)> kept = stackalloc (int, int)[LinesCompared];
        var count = 0;
        var written = 0;
        var rest = body;
        var isFirst = true;
        while (true)
        {
            var end = LineEnd(rest, code, ref isSeveralLines, out var next);
            Span<char> line = rest[..end].TrimEnd(' ');
            if (!isFirst) line = line[RepeatedCodeLength(line, code)..];
            isFirst = false;
            if (!line.IsEmpty && !StoodBefore(body, kept[..Math.Min(count, LinesCompared)], line))
            {
                if (written > 0) body[written++] = ' ';
                line.CopyTo(body[written..]);
                kept[count++ % LinesCompared] = (written, line.Length);
                written += line.Length;
            }

            if (next >= rest.Length) return written;
            rest = rest[next..];
        }
    }

    private static bool StoodBefore(ReadOnlySpan<char> body, ReadOnlySpan<(int Start, int Length)> kept, ReadOnlySpan<char> line)
    {
        foreach (var (start, length) in kept)
            if (length == line.Length && body.Slice(start, length).SequenceEqual(line)) return true;
        return false;
    }

    private static int LineEnd(ReadOnlySpan<char> rest, int? code, ref bool isSeveralLines, out int next)
    {
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '\n')
            {
                next = i + 1;
                return i;
            }

            if (!isSeveralLines || rest[i] != ' ' || !ReplyCode.StandsAt(rest[(i + 1)..], code)) continue;
            if (rest.Length > i + 4 && rest[i + 4] != '-') isSeveralLines = false;
            next = i + 1;
            return i;
        }

        next = rest.Length;
        return rest.Length;
    }

    private static int RepeatedCodeLength(ReadOnlySpan<char> line, int? code)
    {
        var at = 0;
        if (ReplyCode.StandsAt(line, code)) at = line.Length > 3 ? 4 : 3;
        at += line[at..].IndexOfAnyExcept(' ') is var blanks and > 0 ? blanks : 0;
        if ((at > 0 || code is not null) && EnhancedStatus.TryReadPrefix(line[at..].TrimStart('#'), out _, out var length))
        {
            at += length + (line[at] == '#' ? line[at..].IndexOfAnyExcept('#') : 0);
            at += line[at..].IndexOfAnyExcept(' ') is var more and > 0 ? more : 0;
        }

        return Math.Min(at, line.Length);
    }

    private static int WrittenBreak(ReadOnlySpan<char> text, int i, char gap)
    {
        if (text[i] == '/')
        {
            var next = i + 1;
            while (next < text.Length && IsBlank(text[next])) next++;
            var isBreak = gap != '\0' && next > i + 1 && ReplyCode.StartsLine(text[next..]);
            return isBreak ? 1 : 0;
        }

        // A lower-case letter behind it makes it a piece of a path or a login name.
        if (text[i] != '\\' || i + 1 >= text.Length || text[i + 1] is not ('n' or 'r')) return 0;
        return i + 2 < text.Length && char.IsAsciiLetterLower(text[i + 2]) ? 0 : 2;
    }
}
