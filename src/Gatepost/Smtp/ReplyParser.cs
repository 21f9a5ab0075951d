using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Gatepost.Smtp;

/// <summary>Reads replies: the plain one-line form at once, every other form after folding it into <see cref="ReplyLines"/>.</summary>
internal static class ReplyParser
{
    private const int StackLength = 1024;
    private const int MostRounds = 4;

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
            if (folded.IsEmpty) return Reply.Empty;
            var reply = ReadFolded(folded, out var isRearranged);
            var mayMislead = isRearranged || reply.Text is [>= '0' and <= '9', ..] || reply.Text.Contains(" / ", StringComparison.Ordinal)
                || reply.Text.Contains('\\') || ReplyCode.IsFollowedByUnit(reply.Text);
            return mayMislead ? Settle(reply) : reply;
        }
        finally
        {
            if (rented is not null) ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Reads what was read until it stays the same: where parts changed places, one may now stand where a code stands.</summary>
    private static Reply Settle(Reply reply)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var written = reply.ToString().ToCharArray();
            var again = ReadFolded(ReplyLines.Fold(written, written), out _);
            if (again == reply) break;
            reply = again;
        }

        return reply;
    }

    // isRearranged: the text did not stand behind the code in the first place.
    private static Reply ReadFolded(Span<char> folded, out bool isRearranged)
    {
        var found = ReplyCode.TryFind(folded, out var spot);
        if (found && spot.IsAside && BeginsWithUnit(folded)) found = false;
        var isQuoted = found && !spot.IsAside;
        var code = found ? spot.Code : (int?)null;
        Span<char> body = isQuoted ? ReplyFrame.Unwrap(folded, spot) : folded;
        ReadOnlySpan<char> before = isQuoted ? folded[..spot.Start] : default;
        if (!isQuoted) body = body[ReplyFrame.WrapperLength(body)..];

        isRearranged = !isQuoted;
        var head = new ReplyHead(code);
        body = body[head.Read(body, isQuoted)..];
        var enhanced = head.Best(body, before);
        var isSeveralLines = isQuoted && spot.IsContinued;
        var length = ReplyLines.Join(body, code, isSeveralLines);
        var text = ReplyFrame.TrimTail(body[..length], code is not null || enhanced is not null);
        if (text.IsEmpty && ReplyFrame.HoldsWords(before))
        {
            isRearranged = true;
            return BeforeTheCode(before, code, enhanced);
        }

        return new Reply(code, enhanced, text.ToString());
    }

    private static Reply BeforeTheCode(ReadOnlySpan<char> before, int? code, EnhancedStatus? enhanced)
    {
        var words = before.TrimEnd(" :;,#([<{'\"`|=-\n").ToArray().AsSpan();
        words = words[new ReplyHead(code).Read(words, isAfterCode: true)..];
        var length = ReplyLines.Join(words, code, isSeveralLines: false);
        return new Reply(code, enhanced, ReplyFrame.TrimTail(words[..length], hasCode: true).ToString());
    }

    private static bool BeginsWithUnit(ReadOnlySpan<char> text) =>
        ReplyCode.IsFollowedByUnit(text[ReplyFrame.WrapperLength(text)..].TrimStart(" \n:,;-#/"));

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
        rest.Length > 1
        && (char.IsAsciiLetter(rest[0]) || (rest[0] == '<' && char.IsAsciiLetter(rest[1])))
        && rest[^1] is not (' ' or '#' or ')')
        && rest.IndexOfAnyExceptInRange(' ', '~') < 0
        && rest.IndexOf("  ") < 0
        && rest.IndexOf(code) < 0
        && rest.IndexOf('\\') < 0
        && rest.IndexOf(" / ") < 0;
}
