using System.Buffers;

namespace Gatepost.Evidence.Bulk;

/// <summary>What a bulk run does with each target. Called from many threads.</summary>
public interface IBulkProbe
{
    /// <summary>The provider whose servers the target leads to (<see cref="Provider.Of"/>); null where it leads to none, or nothing is paced.</summary>
    ValueTask<string?> ProviderOf(ProbeTarget target, CancellationToken cancel);

    /// <summary>Probes the target and appends one whole line.</summary>
    ValueTask Answer(ProbeTarget target, IBufferWriter<byte> output, CancellationToken cancel);
}
