using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Smtp;

/// <summary>Reads replies: the plain one-line form at once, every other form after folding it into <see cref="ReplyLines"/>.</summary>
internal static class ReplyParser
{
    private const int StackLength = 1024;

    /// <summary>Reads <c>550 text</c> and <c>550 5.7.1 text</c> with nothing in the text that needs a closer look.</summary>
    public static bool TryReadPlain(ReadOnlySpan<char> text, [NotNullWhen(true)] out Reply? reply)
    {
        reply = null;
        if (text.Length < 6 || text[3] != ' ' || !ReplyCode.TryReadDigits(text, out var code)) return false;
        var rest = text[4..];
        EnhancedStatus? enhanced = null;
        if (rest[1] == '.' && EnhancedStatus.TryReadPrefix(rest, out var status, out var length))
        {
            if (length + 1 >= rest.Length || rest[length] != ' ' || status.Class != text[0] - '0') return false;
            enhanced = status;
            rest = rest[(length + 1)..];
        }
        else if (ReplyCode.IsFollowedByUnit(rest) || MayHoldStatus(rest))
        {
            return false;
        }

        if (!IsPlain(rest, text[..3])) return false;
        reply = new Reply(code, enhanced, rest.ToString());
        return true;
    }

    public static Reply Read(ReadOnlySpan<char> text)
    {
        char[]? rented = null;
        var buffer = text.Length <= StackLength
            ? stackalloc char[StackLength]
            : rented = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var folded = ReplyLines.Fold(text, buffer);
            return folded.IsEmpty ? Reply.Empty : ReadFolded(folded);
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    private static Reply ReadFolded(Span<char> folded)
    {
        var found = ReplyCode.TryFind(folded, out var spot);
        var isQuoted = found && !spot.IsAside;
        var code = found ? spot.Code : (int?)null;
        Span<char> body = isQuoted ? ReplyFrame.Unwrap(folded, spot) : folded;
        ReadOnlySpan<char> before = isQuoted ? folded[..spot.Start] : default;
        if (!isQuoted) body = body[ReplyFrame.WrapperLength(body)..];

        var head = new ReplyHead(code);
        body = body[head.Read(body, isQuoted)..];
        var enhanced = head.Best(body, before);
        var isSeveralLines = isQuoted && spot.IsContinued;
        var length = ReplyLines.Join(body, code, isSeveralLines);
        var text = ReplyFrame.TrimTail(body[..length], code is not null || enhanced is not null);
        if (text.IsEmpty && ReplyFrame.HoldsWords(before)) return BeforeTheCode(before, code, enhanced);
        return new Reply(code, enhanced, text.ToString());
    }

    private static Reply BeforeTheCode(ReadOnlySpan<char> before, int? code, EnhancedStatus? enhanced)
    {
        var words = before.TrimEnd(" :;,#([<{'\"`|=-\n").ToArray().AsSpan();
        words = words[new ReplyHead(code).Read(words, isAfterCode: true)..];
        var length = ReplyLines.Join(words, code, isSeveralLines: false);
        return new Reply(code, enhanced, ReplyFrame.TrimTail(words[..length], hasCode: true).ToString());
    }

    private static bool MayHoldStatus(ReadOnlySpan<char> rest)
    {
        for (var i = rest.IndexOf('.'); i >= 0;)
        {
            if (i > 0 && rest[i - 1] is '2' or '4' or '5' && i + 1 < rest.Length && char.IsAsciiDigit(rest[i + 1])) return true;
            var next = rest[(i + 1)..].IndexOf('.');
            i = next < 0 ? -1 : i + 1 + next;
        }

        return false;
    }

    private static bool IsPlain(ReadOnlySpan<char> rest, ReadOnlySpan<char> code) =>
        (char.IsAsciiLetter(rest[0]) || rest[0] == '<')
        && rest[^1] is not (' ' or '#' or ')')
        && rest.IndexOfAnyExceptInRange(' ', '~') < 0
        && rest.IndexOf("  ") < 0
        && rest.IndexOf(code) < 0
        && rest.IndexOf('\\') < 0
        && rest.IndexOf(" / ") < 0;
}
