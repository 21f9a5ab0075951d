using Gatepost.Evidence;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses;

/// <summary>
/// Why a message was refused, whose job it is, and how to mend it. The same refusal and facts always give the same diagnosis.
/// </summary>
/// <remarks>
/// Cause, owner and confidence are there at once; what explains them is worked out when first asked for, by going through
/// the rules again, so that those who only count need not pay for it.
/// </remarks>
public sealed record Diagnosis
{
    private Explanation? _explanation;
    private readonly string? _summary;
    private readonly IReadOnlyList<Fact>? _evidence;
    private readonly IReadOnlyList<RuledOut>? _ruledOut;
    private readonly IReadOnlyList<Alternative>? _alternatives;
    private readonly IReadOnlyList<string>? _unknown;
    private readonly IReadOnlyList<string>? _next;

    /// <summary>What was diagnosed.</summary>
    public required Refusal Refusal { get; init; }

    /// <summary>The cause.</summary>
    public required Cause Cause { get; init; }

    /// <summary>The reason under Sisimai's names.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The enhanced status that fits best of what reply and report give, or the conventional one for the reason; null where nothing was refused.</summary>
    public EnhancedStatus? Status { get; init; }

    /// <summary>Where <see cref="Status"/> comes from.</summary>
    public StatusOrigin StatusOrigin { get; init; }

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
    public string Summary { get => _summary ?? Explained.Summary; init => _summary = value; }

    /// <summary>The facts it rests on, the strongest first.</summary>
    public IReadOnlyList<Fact> Evidence { get => _evidence ?? Explained.Evidence; init => _evidence = value; }

    /// <summary>Ways to mend it for this case, the best first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>Causes that do not hold here, and why not.</summary>
    public IReadOnlyList<RuledOut> RuledOut { get => _ruledOut ?? Explained.RuledOut; init => _ruledOut = value; }

    /// <summary>Other causes that are left open, the likelier first.</summary>
    public IReadOnlyList<Alternative> Alternatives { get => _alternatives ?? Explained.Alternatives; init => _alternatives = value; }

    /// <summary>What is not known and would matter, the deciding fact first: questions or whole sentences.</summary>
    public IReadOnlyList<string> Unknown { get => _unknown ?? Explained.Unknown; init => _unknown = value; }

    /// <summary>Commands that would find out more or check a fix, ready to paste.</summary>
    public IReadOnlyList<string> Next { get => _next ?? Explained.Next; init => _next = value; }

    /// <summary>The rules that made it; null for one made by hand.</summary>
    internal Rulebook? Book { get; init; }

    /// <summary>The facts that it was given beyond the refusal.</summary>
    internal IReadOnlyList<Fact>? Given { get; init; }

    private Explanation Explained => _explanation ??= Book?.Explain(Refusal, Given) ?? Explanation.None;
}
