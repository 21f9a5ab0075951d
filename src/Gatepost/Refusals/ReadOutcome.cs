namespace Gatepost.Refusals;

/// <summary>What a reader made of a document: refusals, or a sentence that says what the document looks like instead.</summary>
/// <param name="Format">What it was recognised as.</param>
/// <param name="Refusals">In the order of the source; empty where there is none.</param>
/// <param name="Instead">Where there is no refusal: what it looks like, to complete "This looks like …" (<c>a newsletter</c>, <c>a ZIP archive</c>).</param>
public sealed record ReadOutcome(InputFormat Format, IReadOnlyList<Refusal> Refusals, string? Instead = null)
{
    /// <summary>Nothing recognised.</summary>
    public static ReadOutcome NotRecognised(string instead) => new(InputFormat.Unknown, [], instead);
}
