namespace Gatepost.Refusals.Inputs;

/// <summary>
/// One input, open: its beginning in memory, the rest behind it; decompressed, without a byte order mark, UTF-16 turned
/// into UTF-8. Reading never throws for what the file does; see <see cref="Notes"/> afterwards.
/// </summary>
public sealed class OpenedInput : IDisposable
{
    /// <summary>Bytes of the beginning that are kept for telling the format. 64 KiB.</summary>
    public const int HeadBytes = 64 << 10;

    private readonly Stream? _rest;
    private readonly IReadOnlyList<GuardedStream> _guards;

    internal OpenedInput(string source, ReadOnlyMemory<byte> head, Stream? rest, IReadOnlyList<GuardedStream> guards, string? plainPath = null) =>
        (Source, Head, _rest, _guards, PlainPath) = (source, head, rest, guards, plainPath);

    /// <summary>The input's name: a path, or <c>-</c>.</summary>
    public string Source { get; }

    /// <summary>The beginning: the whole where <see cref="IsWhole"/>, else at least one byte and at most <see cref="HeadBytes"/>.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>True where <see cref="Head"/> is all there is.</summary>
    public bool IsWhole => _rest is null;

    /// <summary>The path of a regular file whose bytes are the input's bytes, so that it can be read in pieces; else null.</summary>
    public string? PlainPath { get; }

    /// <summary>What went wrong up to now while reading, as whole sentences.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            List<string>? notes = null;
            foreach (var guard in _guards)
            {
                if (guard.Failure is { } failure) (notes ??= []).Add($"The rest of the input could not be read: {failure}.");
                if (guard.IsCut) (notes ??= []).Add("The compressed input unfolds to more than the limit; the rest was not read.");
            }

            return notes ?? [];
        }
    }

    /// <summary>All bytes from the first. Can be asked for once; does not have to be disposed of.</summary>
    public Stream OpenRead() => _rest is null
        ? new ReplayStream(Head, Stream.Null)
        : new ReplayStream(Head, _rest);

    /// <summary>The input as one document, cut at <see cref="ReadLimits.DocumentBytes"/>. Can be asked for once.</summary>
    public Document ReadDocument(ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (_rest is null)
        {
            return Head.Length <= limits.DocumentBytes
                ? new Document(Source, Head)
                : new Document(Source, Head[..limits.DocumentBytes]) { IsCut = true };
        }

        var bytes = InputOpener.ReadUpTo(OpenRead(), limits.DocumentBytes, Head.Length * 4, out var more);
        return new Document(Source, bytes) { IsCut = more };
    }

    /// <inheritdoc/>
    public void Dispose() => _rest?.Dispose();
}
