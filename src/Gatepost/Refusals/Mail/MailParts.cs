using System.Text;

namespace Gatepost.Refusals.Mail;

/// <summary>
/// Finds the parts of a part (RFC 2046 section 5.1). Forgives a missing end boundary, a boundary parameter that is
/// missing or does not occur (then the first delimiter-like line before a Content- field counts), and blanks after delimiters.
/// </summary>
internal static class MailParts
{
    /// <summary>How many parts one part may have; what follows is left unread.</summary>
    public const int MaxParts = 1_000;

    public static IReadOnlyList<MailPart> Of(MailView mail, MailPart part, out bool isCut)
    {
        isCut = false;
        if (part.Level >= mail.Limits.Nesting) return [];
        return part.Kind switch
        {
            MailPartKind.Multipart => Split(mail, part, out isCut),
            MailPartKind.Message => [Inner(mail, part)],
            _ => [],
        };
    }

    private static MailPart Inner(MailView mail, MailPart part)
    {
        if (part.Encoding == TransferEncoding.None)
            return Make(mail, part, part.Source, SkipBroken(part.Source.Span[..part.End], part.BodyStart), part.End, part.IsMapped);
        return Make(mail, part, part.Content, 0, part.Content.Length, false);
    }

    /// <summary>Offset after leftovers of broken header fields (up to an empty line with a field below it) before a message.</summary>
    private static int SkipBroken(ReadOnlySpan<byte> bytes, int start)
    {
        if (HeaderName.IsField(bytes[start..])) return start;
        var lines = new LineScanner(bytes, start, bytes.Length);
        for (var i = 0; i < 20 && lines.Read(); i++)
            if (lines.Line.IsEmpty) return HeaderName.IsField(bytes[lines.Next..]) ? lines.Next : start;
        return start;
    }

    private static List<MailPart> Split(MailView mail, MailPart part, out bool isCut)
    {
        var parts = new List<MailPart>(4);
        isCut = true;
        var bytes = part.Source.Span[..part.End];
        var delimiter = Delimiter(part, bytes);
        if (delimiter.Length < 3) return parts;
        var from = part.BodyStart;
        var open = -1;
        while (FindDelimiter(bytes, delimiter, from, out var at, out var next, out var isClosing))
        {
            if (open >= 0) Add(open, EndBefore(bytes, at, open));
            open = isClosing ? -1 : next;
            if (isClosing) isCut = false;
            from = next;
            if (parts.Count >= MaxParts) return parts;
        }

        if (open >= 0)
        {
            isCut = true;
            Add(open, part.End);
        }

        return parts;

        void Add(int start, int end) => parts.Add(Make(mail, part, part.Source, start, end, part.IsMapped));
    }

    private static MailPart Make(MailView mail, MailPart parent, ReadOnlyMemory<byte> source, int start, int end, bool isMapped) =>
        new(mail, parent, MailHeaders.Scan(source, start, end), source, start, end, isMapped);

    private static byte[] Delimiter(MailPart part, ReadOnlySpan<byte> bytes)
    {
        var boundary = MediaParameters.Find(part.ContentType, "boundary"u8)?.TrimEnd();
        if (!string.IsNullOrEmpty(boundary))
        {
            var delimiter = Encoding.Latin1.GetBytes("--" + boundary);
            if (FindDelimiter(bytes, delimiter, part.BodyStart, out _, out _, out _)) return delimiter;
        }

        var lines = new LineScanner(bytes, part.BodyStart, part.End);
        while (lines.Read())
        {
            var line = lines.Line.TrimEnd(" \t"u8);
            if (line.Length is < 3 or > 200 || !line.StartsWith("--"u8) || line[2..].IndexOfAnyExcept((byte)'-') < 0) continue;
            if (bytes[lines.Next..].StartsWithIgnoreCase("content-"u8)) return line.ToArray();
        }

        return [];
    }

    private static bool FindDelimiter(
        ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> delimiter, int from, out int at, out int next, out bool isClosing)
    {
        isClosing = false;
        next = 0;
        for (at = from; ; at++)
        {
            var found = bytes[at..].IndexOf(delimiter);
            if (found < 0) return false;
            at += found;
            if (at > from && bytes[at - 1] is not ((byte)'\n' or (byte)'\r')) continue;
            var rest = bytes[(at + delimiter.Length)..];
            var length = rest.IndexOfAny((byte)'\n', (byte)'\r');
            var tail = length < 0 ? rest : rest[..length];
            var isEnd = tail.StartsWith("--"u8);
            if (!isEnd && !tail.TrimBlanks().IsEmpty) continue;
            isClosing = isEnd;
            var lineEnd = at + delimiter.Length + tail.Length;
            next = lineEnd + LineScanner.EndLength(bytes, lineEnd);
            return true;
        }
    }

    /// <summary>The line end before a delimiter belongs to the delimiter.</summary>
    private static int EndBefore(ReadOnlySpan<byte> bytes, int at, int start)
    {
        var end = at;
        var hasLineFeed = end > start && bytes[end - 1] == '\n';
        if (hasLineFeed) end--;
        if (end > start && bytes[end - 1] == '\r') end--;
        if (hasLineFeed && end < at - 1 && end > start && bytes[end - 1] == '\r') end--;
        return end;
    }
}
