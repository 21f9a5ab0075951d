namespace Gatepost.Refusals.Inputs;

/// <summary>How an input is to be read.</summary>
/// <param name="Shape">As what.</param>
/// <param name="Reader">Who reads its documents; null for logs and where nothing can be read.</param>
/// <param name="Instead">Where nothing can be read: what it looks like, to complete "This looks like …".</param>
public readonly record struct Detection(InputShape Shape, IDocumentReader? Reader, string? Instead)
{
    /// <summary>The readers of the log's lines, of this log alone; empty where <see cref="Shape"/> is no log.</summary>
    public IReadOnlyList<LogReader> LogReaders { get; init; } = [];
}
