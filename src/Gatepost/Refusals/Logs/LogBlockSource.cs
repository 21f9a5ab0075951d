namespace Gatepost.Refusals.Logs;

/// <summary>
/// Cuts a stream into blocks of whole lines, for several workers. One read makes one block, so that lines come through
/// as they are written; the beginning of a line whose end was not read yet is carried over to the next block.
/// </summary>
internal sealed class LogBlockSource(Stream input, int blockBytes, int lineBytes)
{
    /// <summary>Kept of a line that does not end: two bytes more than is used of it, so that it shows (one may be a CR).</summary>
    private readonly int _kept = lineBytes + 2;
    private readonly byte[] _carry = new byte[lineBytes + 2];
    private readonly Lock _lock = new();
    private int _carried;
    private bool _skipsToLineEnd;
    private bool _ended;
    private long _blocks;

    /// <summary>The size that workers' buffers must have.</summary>
    public int BufferBytes => _kept + blockBytes;

    /// <summary>Bytes read so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Lines handed out so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Fills the buffer with the next block; false at the end.</summary>
    public bool TryNext(byte[] buffer, out LogBlock block)
    {
        lock (_lock)
        {
            block = default;
            if (_ended) return false;
            var length = _carried;
            _carry.AsSpan(0, _carried).CopyTo(buffer);
            _carried = 0;
            while (true)
            {
                var read = input.Read(buffer, length, blockBytes);
                Bytes += read;
                if (read <= 0)
                {
                    _ended = true;
                    if (length == 0) return false;
                    block = Count(buffer.AsSpan(0, length));
                    return true;
                }

                if (_skipsToLineEnd) read = SkipToLineEnd(buffer.AsSpan(length, read));
                var end = buffer.AsSpan(length, read).LastIndexOf((byte)'\n');
                if (end >= 0)
                {
                    end += length + 1;
                    var rest = buffer.AsSpan(end, length + read - end);
                    _carried = Shorten(rest);
                    rest[.._carried].CopyTo(_carry);
                    block = Count(buffer.AsSpan(0, end));
                    return true;
                }

                length = Shorten(buffer.AsSpan(0, length + read));
            }
        }
    }

    private LogBlock Count(ReadOnlySpan<byte> lines)
    {
        var first = Lines + 1;
        Lines += lines.Count((byte)'\n') + (lines[^1] == '\n' ? 0 : 1);
        return new LogBlock(_blocks++, lines.Length, first);
    }

    /// <summary>Drops the NULs at the start of a line without end, and what it has too much; gives what is left.</summary>
    private int Shorten(Span<byte> line)
    {
        var nuls = line.IndexOfAnyExcept((byte)0);
        if (nuls < 0) return 0;
        if (nuls > 0) line[nuls..].CopyTo(line);
        var length = line.Length - nuls;
        if (length <= _kept) return length;
        _skipsToLineEnd = true;
        return _kept;
    }

    private int SkipToLineEnd(Span<byte> read)
    {
        var end = read.IndexOf((byte)'\n');
        if (end < 0) return 0;
        _skipsToLineEnd = false;
        read[end..].CopyTo(read);
        return read.Length - end;
    }
}
