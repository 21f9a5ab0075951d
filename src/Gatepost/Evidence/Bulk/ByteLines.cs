namespace Gatepost.Evidence.Bulk;

/// <summary>Reads a stream line by line in bounded memory. Used by one caller at a time; <see cref="Line"/> is valid until the next call.</summary>
/// <param name="stream">The stream; not closed here.</param>
/// <param name="longest">Octets of a line beyond which it is not kept.</param>
internal sealed class ByteLines(Stream stream, int longest)
{
    private byte[] _buffer = new byte[Math.Min(longest + 1, 64 << 10)];
    private int _start, _end;
    private bool _isAtEnd;

    /// <summary>The line without its end; empty where <see cref="IsTooLong"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>1-based number of the line.</summary>
    public long Number { get; private set; }

    /// <summary>True where the line was longer than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>False for a last line without a line feed.</summary>
    public bool IsTerminated { get; private set; } = true;

    /// <summary>Goes to the next line; false at the end.</summary>
    public async ValueTask<bool> Next(CancellationToken cancel)
    {
        IsTooLong = false;
        Line = default;
        var searched = 0;
        while (true)
        {
            var feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0) return Take(searched + feed, skip: 1);
            searched = _end - _start;
            if (_isAtEnd) return searched > 0 ? Take(searched, skip: 0) : IsTooLong && Take(0, skip: 0);
            if (searched > longest)
            {
                (IsTooLong, _start, _end, searched) = (true, 0, 0, 0);
            }

            Make(room: 1);
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancel).ConfigureAwait(false);
            _end += read;
            _isAtEnd = read == 0;
        }
    }

    private bool Take(int length, int skip)
    {
        IsTooLong |= length > longest;
        var line = _buffer.AsMemory(_start, length);
        if (length > 0 && line.Span[^1] == '\r') line = line[..^1];
        Line = IsTooLong ? default : line;
        IsTerminated = skip > 0;
        _start += length + skip;
        Number++;
        return true;
    }

    private void Make(int room)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_buffer.Length - _end < room) Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
