using System.Buffers;

namespace Gatepost.Evidence.Dialog;

/// <summary>Octets that came and are not yet read, in a rented array that grows only for long lines.</summary>
internal sealed class LineBuffer : IDisposable
{
    private const int FirstSize = 2048;
    private byte[] _octets = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _start;
    private int _end;
    private int _searched;

    /// <summary>What came and is not yet read.</summary>
    public ReadOnlySpan<byte> Pending => _octets.AsSpan(_start, _end - _start);

    /// <summary>Room for what comes next; never empty.</summary>
    public Memory<byte> Room()
    {
        if (_start == _end) _start = _end = _searched = 0;
        if (_end == _octets.Length) MakeRoom();
        return _octets.AsMemory(_end);
    }

    public void Add(int count) => _end += count;

    /// <summary>Forgets what is not yet read, and says how much it was.</summary>
    public int Discard()
    {
        var count = _end - _start;
        _start = _end = _searched = 0;
        return count;
    }

    /// <summary>Takes the next line, without its LF and the CR before it. It is good until <see cref="Room"/> is asked for.</summary>
    public bool TryTakeLine(out ReadOnlySpan<byte> line)
    {
        var length = _octets.AsSpan(_searched, _end - _searched).IndexOf((byte)'\n');
        if (length < 0)
        {
            _searched = _end;
            line = default;
            return false;
        }

        line = _octets.AsSpan(_start, _searched + length - _start);
        _start = _searched = _searched + length + 1;
        if (line is [.., (byte)'\r']) line = line[..^1];
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_octets);
        _octets = [];
    }

    private void MakeRoom()
    {
        var pending = Pending;
        var target = _start > 0 ? _octets : ArrayPool<byte>.Shared.Rent(_octets.Length * 2);
        pending.CopyTo(target);
        _searched -= _start;
        _end = pending.Length;
        _start = 0;
        if (target == _octets) return;
        ArrayPool<byte>.Shared.Return(_octets);
        _octets = target;
    }
}
