using Gatepost.Refusals.Logs;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// What one piece of input gave: a document, a stretch of a log, or an input that could not be read. Items come in the
/// order of the inputs and, within one, in the order of its lines.
/// </summary>
/// <param name="Source">The input's name: see <see cref="SourceSpan.Source"/>.</param>
/// <param name="Outcome">What was read; for a stretch of a log only its refusals.</param>
public sealed record ReadItem(string Source, ReadOutcome Outcome)
{
    /// <summary>Why the input could not be read, in plain words that follow "cannot be read: "; null where it could.</summary>
    public string? Problem { get; init; }

    /// <summary>What was passed over or cut, as whole sentences; belongs to the input, not to one refusal.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The 1-based line of the file at which the document starts.</summary>
    public int FirstLine { get; init; } = 1;

    /// <summary>The counts of a log, on its last item, which has no refusals itself; else null.</summary>
    public LogScanSummary? Log { get; init; }

    /// <summary>True where more items of the same input follow (all but the last of a log or mbox).</summary>
    public bool IsPart { get; init; }

    /// <summary>An input that could not be read.</summary>
    public static ReadItem Unreadable(string source, string problem) =>
        new(source, new ReadOutcome(InputFormat.Unknown, [])) { Problem = problem };

    /// <summary>A remark without a document.</summary>
    public static ReadItem Remark(string source, string note) =>
        new(source, new ReadOutcome(InputFormat.Unknown, [])) { Notes = [note] };
}
