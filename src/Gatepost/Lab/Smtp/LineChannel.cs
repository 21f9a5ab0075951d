using System.Text;

namespace Gatepost.Lab.Smtp;

/// <summary>Lines in and replies out. Replies are held back while whole lines wait to be read, so that pipelined commands get theirs in one go.</summary>
internal sealed class LineChannel(Stream stream, TimeSpan latency)
{
    private const int LongestLine = 4096;
    private readonly byte[] _in = new byte[LongestLine];
    private readonly StringBuilder _out = new();
    private int _start;
    private int _end;

    /// <summary>The next line without its end; null where the client closed, or sent more than a line may hold.</summary>
    public async ValueTask<string?> ReadLine(CancellationToken cancel)
    {
        while (true)
        {
            var length = _in.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = Encoding.Latin1.GetString(_in, _start, length).TrimEnd('\r');
                _start += length + 1;
                return line;
            }

            await Flush(cancel).ConfigureAwait(false);
            _in.AsSpan(_start, _end - _start).CopyTo(_in);
            (_start, _end) = (0, _end - _start);
            if (_end == _in.Length) return null;
            var read = await stream.ReadAsync(_in.AsMemory(_end), cancel).ConfigureAwait(false);
            if (read == 0) return null;
            _end += read;
        }
    }

    /// <summary>Puts a reply behind those that wait.</summary>
    public void Write(string reply) => _out.Append(reply.Replace("\n", "\r\n", StringComparison.Ordinal)).Append("\r\n");

    /// <summary>Sends what waits, after the lab's latency.</summary>
    public async ValueTask Flush(CancellationToken cancel)
    {
        if (_out.Length == 0) return;
        if (latency > TimeSpan.Zero) await Task.Delay(latency, cancel).ConfigureAwait(false);
        var octets = Encoding.Latin1.GetBytes(_out.ToString());
        _out.Clear();
        await stream.WriteAsync(octets, cancel).ConfigureAwait(false);
    }
}
