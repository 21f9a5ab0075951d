namespace Gatepost.Refusals.Mail;

/// <summary>
/// Walks the lines of a byte range. A line ends with LF, CRLF, CR or CRCRLF (a common corruption), mixed as they come.
/// </summary>
internal ref struct LineScanner(ReadOnlySpan<byte> bytes, int start, int end)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes[..end];
    private int _next = start;

    /// <summary>Offset of the current line.</summary>
    public int Start { get; private set; } = start;

    /// <summary>Offset at which the current line's text ends, before its line end.</summary>
    public int End { get; private set; } = start;

    /// <summary>Offset of the line after the current one.</summary>
    public readonly int Next => _next;

    /// <summary>The current line without its line end.</summary>
    public readonly ReadOnlySpan<byte> Line => _bytes[Start..End];

    /// <summary>Moves to the next line; false at the end of the range.</summary>
    public bool Read()
    {
        if (_next >= _bytes.Length) return false;
        Start = _next;
        var length = _bytes[Start..].IndexOfAny((byte)'\n', (byte)'\r');
        if (length < 0)
        {
            End = _next = _bytes.Length;
            return true;
        }

        End = Start + length;
        _next = End + EndLength(_bytes, End);
        return true;
    }

    /// <summary>Length of the line end at <paramref name="at"/>: 0 where there is none.</summary>
    public static int EndLength(ReadOnlySpan<byte> bytes, int at)
    {
        if (at >= bytes.Length) return 0;
        if (bytes[at] == '\n') return 1;
        if (bytes[at] != '\r') return 0;
        if (at + 1 < bytes.Length && bytes[at + 1] == '\n') return 2;
        return at + 2 < bytes.Length && bytes[at + 1] == '\r' && bytes[at + 2] == '\n' ? 3 : 1;
    }

    /// <summary>Counts the line ends in <paramref name="bytes"/>.</summary>
    public static int Count(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.Contains((byte)'\r')) return bytes.Count((byte)'\n');
        var count = 0;
        for (var at = bytes.IndexOfAny((byte)'\n', (byte)'\r'); at >= 0;)
        {
            count++;
            at += EndLength(bytes, at);
            var next = bytes[at..].IndexOfAny((byte)'\n', (byte)'\r');
            at = next < 0 ? -1 : at + next;
        }

        return count;
    }
}
