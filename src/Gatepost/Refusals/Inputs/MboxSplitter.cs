namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Cuts an mbox (RFC 4155) into its mails while reading it: memory for one mail, whatever the file's size. A separator counts
/// at the start and after an empty line. Line ends may be LF, CRLF or CR. One <c>&gt;</c> is taken from <c>&gt;From </c>,
/// <c>&gt;&gt;From </c> … (mboxrd, and so mboxo).
/// </summary>
public sealed class MboxSplitter
{
    /// <summary>Bytes around a place that must be there to judge it: a separator line and the line ends before it.</summary>
    private const int Context = MboxSeparator.MaxLine + 8;

    private readonly Stream _stream;
    private readonly string _source;
    private readonly int _limit;
    private byte[] _buffer;
    private int _filled;
    private bool _atEnd;
    private byte _lineEnd;
    private int _line = 1;
    private int _mails;

    /// <summary>Prepares to cut <paramref name="stream"/>.</summary>
    /// <param name="stream">The mbox from its start; not disposed of here.</param>
    /// <param name="source">Its name; the mails are called <c>name#1</c>, <c>name#2</c> …, the only one of a file as the file.</param>
    /// <param name="limits">A mail longer than <see cref="ReadLimits.DocumentBytes"/> is cut.</param>
    /// <param name="firstBuffer">Bytes to read at first; for tests.</param>
    public MboxSplitter(Stream stream, string source, ReadLimits limits, int firstBuffer = 256 << 10)
    {
        ArgumentNullException.ThrowIfNull(limits);
        (_stream, _source, _limit) = (stream, source, limits.DocumentBytes);
        _buffer = new byte[Math.Max(firstBuffer, 16)];
    }

    /// <summary>The mails in order. What stands before the first separator is a mail of its own if it is not blank.</summary>
    public IEnumerable<Document> Split()
    {
        while (ReadMail(out var mail))
        {
            if (mail is { } document) yield return document;
        }
    }

    /// <summary>Reads up to the next separator. Null for a stretch without a mail.</summary>
    private bool ReadMail(out Document? mail)
    {
        mail = null;
        var from = 0;
        while (true)
        {
            var next = FindSeparator(ref from);
            if (next >= 0 || _atEnd)
            {
                var length = next >= 0 ? next : _filled;
                if (length == 0 && _atEnd) return false;
                mail = Take(length, isLast: next < 0, isCut: false);
                return true;
            }

            if (_filled >= _limit + 2L * Context)
            {
                mail = Take(_limit, isLast: false, isCut: true);
                SkipToSeparator();
                return true;
            }

            Fill();
        }
    }

    /// <summary>
    /// The start of the next separator line after the first line of the buffer, or -1. Advances <paramref name="from"/>
    /// over what is certain to hold none.
    /// </summary>
    private int FindSeparator(ref int from)
    {
        while (from < _filled)
        {
            var found = _buffer.AsSpan(from, _filled - from).IndexOf("From "u8);
            if (found < 0)
            {
                from = Math.Max(from, _filled - 4);
                return -1;
            }

            var at = from + found;
            if (at > 0 && IsAfterEmptyLine(at))
            {
                var end = _buffer.AsSpan(at, Math.Min(_filled - at, MboxSeparator.MaxLine + 1)).IndexOfAny((byte)'\r', (byte)'\n');
                if (end < 0 && !_atEnd && _filled - at <= MboxSeparator.MaxLine)
                {
                    from = at;
                    return -1;
                }

                if (end < 0) end = _filled - at;
                if (MboxSeparator.Is(_buffer.AsSpan(at, end))) return at;
            }

            from = at + 5;
        }

        return -1;
    }

    private bool IsAfterEmptyLine(int at)
    {
        var before = LineEndBefore(at);
        return before > 0 && (at == before || LineEndBefore(at - before) > 0);
    }

    /// <summary>Bytes of the line end just before <paramref name="at"/>: 2 for CRLF, 1 for LF or CR, 0 for none.</summary>
    private int LineEndBefore(int at)
    {
        if (at > 0 && _buffer[at - 1] == '\n') return at > 1 && _buffer[at - 2] == '\r' ? 2 : 1;
        return at > 0 && _buffer[at - 1] == '\r' ? 1 : 0;
    }

    /// <summary>Takes the first bytes of the buffer as a mail and drops them. Null where they are blank.</summary>
    private Document? Take(int length, bool isLast, bool isCut)
    {
        var all = _buffer.AsSpan(0, length);
        NoteLineEnd(all);
        var (start, lines) = SkipSeparator(all);
        var body = all[start..];
        var isBlank = body.Trim("\r\n \t"u8).IsEmpty;
        Document? mail = null;
        if (!isBlank || start > 0)
        {
            _mails++;
            if (!isLast && !isCut) body = body[..^LineEndBefore(length)];
            var name = _mails == 1 && isLast ? _source : $"{_source}#{_mails}";
            mail = new Document(name, Unquote(body), _line + lines) { IsCut = isCut };
        }

        Drop(length);
        return mail;
    }

    /// <summary>Passes over the rest of a mail that was cut.</summary>
    private void SkipToSeparator()
    {
        while (true)
        {
            var from = 0;
            var next = FindSeparator(ref from);
            if (next >= 0)
            {
                Drop(next);
                return;
            }

            if (_atEnd)
            {
                Drop(_filled);
                return;
            }

            if (_filled > 2 * Context) Drop(_filled - Context);
            Fill();
        }
    }

    private (int Start, int Lines) SkipSeparator(ReadOnlySpan<byte> text)
    {
        var blank = text.Length - text.TrimStart("\r\n"u8).Length;
        var end = text[blank..].IndexOfAny((byte)'\r', (byte)'\n');
        var line = end < 0 ? text[blank..] : text[blank..][..end];
        if (!MboxSeparator.Is(line)) return (0, 0);
        var start = blank + line.Length;
        if (start < text.Length) start += text[start] == '\r' && start + 1 < text.Length && text[start + 1] == '\n' ? 2 : 1;
        return (start, text[..start].Count(_lineEnd));
    }

    /// <summary>A copy of a mail's bytes without one <c>&gt;</c> before each quoted <c>From </c>.</summary>
    private static byte[] Unquote(ReadOnlySpan<byte> mail)
    {
        var copy = GC.AllocateUninitializedArray<byte>(mail.Length);
        var length = 0;
        for (int found; (found = mail.IndexOf(">From "u8)) >= 0;)
        {
            var quote = found;
            while (quote > 0 && mail[quote - 1] == '>') quote--;
            var isQuoted = quote == 0 ? length == 0 : mail[quote - 1] is (byte)'\n' or (byte)'\r';
            mail[..found].CopyTo(copy.AsSpan(length));
            length += found;
            if (!isQuoted) copy[length++] = (byte)'>';
            "From "u8.CopyTo(copy.AsSpan(length));
            length += 5;
            mail = mail[(found + 6)..];
        }

        mail.CopyTo(copy.AsSpan(length));
        length += mail.Length;
        return length == copy.Length ? copy : copy[..length];
    }

    private void NoteLineEnd(ReadOnlySpan<byte> text)
    {
        if (_lineEnd != 0) return;
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        if (end < 0) return;
        _lineEnd = text[end] == '\r' && !(end + 1 < text.Length && text[end + 1] == '\n') ? (byte)'\r' : (byte)'\n';
    }

    private void Drop(int length)
    {
        if (_lineEnd != 0) _line += _buffer.AsSpan(0, length).Count(_lineEnd);
        _buffer.AsSpan(length, _filled - length).CopyTo(_buffer);
        _filled -= length;
    }

    private void Fill()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Math.Max(_limit + 4L * Context, _buffer.Length + Context)));
        var read = _stream.Read(_buffer.AsSpan(_filled));
        _filled += read;
        _atEnd = read == 0;
    }
}
