using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

/// <summary>Gives at most so many bytes at a time, as a pipe may.</summary>
internal sealed class ChunkedStream(byte[] bytes, int chunk) : ReadOnlyStream
{
    private int _at;

    public override int Read(Span<byte> buffer)
    {
        var length = Math.Min(Math.Min(buffer.Length, chunk), bytes.Length - _at);
        bytes.AsSpan(_at, length).CopyTo(buffer);
        _at += length;
        return length;
    }
}
