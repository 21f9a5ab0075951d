namespace Gatepost.Refusals.Inputs;

/// <summary>How an input is to be read.</summary>
/// <param name="Shape">As what.</param>
/// <param name="Reader">Who reads its documents; null for logs and where nothing can be read.</param>
/// <param name="Instead">Where nothing can be read: what it looks like, to complete "This looks like …".</param>
public readonly record struct Detection(InputShape Shape, IDocumentReader? Reader, string? Instead)
{
    /// <summary>The log's format, where <see cref="Shape"/> is a log and the format is forced; else unknown.</summary>
    public InputFormat Log { get; init; }
}
