using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>
/// Why a message was refused, whose job it is, and how to mend it. The same refusal and facts always give the same diagnosis.
/// </summary>
public sealed record Diagnosis
{
    /// <summary>What was diagnosed.</summary>
    public required Refusal Refusal { get; init; }

    /// <summary>The cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>The reason under Sisimai's names.</summary>
    public required Reason Reason { get; init; }

    /// <summary>True exactly for relay denials: the server would not pass the message on, or did not take itself for its destination.</summary>
    public bool IsRelayDenial { get; init; }

    /// <summary>Whose side it is on; the cause's, unless the facts say more.</summary>
    public required Side Side { get; init; }

    /// <summary>Who must act; the cause's, unless the facts say more.</summary>
    public required Owner Owner { get; init; }

    /// <summary>How far it may be trusted.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What the confidence rests on, or what it lacks: half a sentence.</summary>
    public required string ConfidenceBecause { get; init; }

    /// <summary>One sentence that says it all, with the names of this case.</summary>
    public required string Summary { get; init; }

    /// <summary>The facts it rests on, the strongest first.</summary>
    public IReadOnlyList<Fact> Evidence { get; init; } = [];

    /// <summary>Ways to mend it for this case, the best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Causes that do not hold here, and why not.</summary>
    public IReadOnlyList<RuledOut> RuledOut { get; init; } = [];

    /// <summary>Other causes that are left open, the likelier first.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>What is not known and would matter, the deciding fact first: questions or whole sentences.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>Commands that would find out more or check a fix, ready to paste.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];
}
