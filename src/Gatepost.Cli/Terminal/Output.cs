using System.Text;

namespace Gatepost.Cli.Terminal;

/// <summary>Standard output as bytes through one buffer. Nothing of Console's encodings or writers is touched.</summary>
internal sealed class Output : IDisposable
{
    private const int ENOSPC = 28;

    private readonly byte[] _buffer = new byte[64 << 10];
    private int _filled;
    private Stream? _stream;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _filled) Flush();
        if (bytes.Length > _buffer.Length)
        {
            Stream.Write(bytes);
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += bytes.Length;
    }

    public void Write(StringBuilder text)
    {
        foreach (var chunk in text.GetChunks()) Write(chunk.Span);
    }

    public void Write(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[1536];
        while (!text.IsEmpty)
        {
            var take = Math.Min(text.Length, 512);
            if (take < text.Length && char.IsHighSurrogate(text[take - 1])) take--;
            Write(bytes[..Encoding.UTF8.GetBytes(text[..take], bytes)]);
            text = text[take..];
        }
    }

    public void Flush()
    {
        if (_filled == 0) return;
        var filled = _filled;
        _filled = 0;
        Stream.Write(_buffer.AsSpan(0, filled));
    }

    /// <summary>Forgets what was not written yet.</summary>
    public void Abandon() => _filled = 0;

    public void Dispose()
    {
        // The descriptor is the process's; there is nothing to close.
    }

    public static bool IsBrokenPipe(IOException e) => e.HResult == Descriptor.BrokenPipe;

    public static string Reason(IOException e) => e.HResult == ENOSPC ? "no space is left on the device" : "the operating system reports an error";

    private Stream Stream => _stream ??= Descriptor.Open(1);
}
