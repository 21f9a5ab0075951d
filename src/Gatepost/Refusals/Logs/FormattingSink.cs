using System.Buffers;
using System.Collections.Concurrent;

namespace Gatepost.Refusals.Logs;

/// <summary>Formats refusals on the workers and writes the bytes in the order of the log.</summary>
/// <param name="format">Writes what is to be said of one refusal. Called on several threads at once.</param>
/// <param name="write">Takes the bytes; called one at a time.</param>
public sealed class FormattingSink(Action<Refusal, IBufferWriter<byte>> format, Action<ReadOnlyMemory<byte>> write)
    : ILogSink<ArrayBufferWriter<byte>>
{
    private const int LargestKept = 1 << 20;
    private readonly ConcurrentBag<ArrayBufferWriter<byte>> _idle = [];

    /// <inheritdoc/>
    public ArrayBufferWriter<byte> Begin() => _idle.TryTake(out var buffer) ? buffer : new ArrayBufferWriter<byte>(64 << 10);

    /// <inheritdoc/>
    public void Add(ArrayBufferWriter<byte> batch, Refusal refusal) => format(refusal, batch);

    /// <inheritdoc/>
    public void Deliver(ArrayBufferWriter<byte> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.WrittenCount > 0) write(batch.WrittenMemory);
        batch.ResetWrittenCount();
        if (batch.Capacity <= LargestKept) _idle.Add(batch);
    }
}
