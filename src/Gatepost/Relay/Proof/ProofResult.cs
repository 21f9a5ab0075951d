using System.Collections.Immutable;
using System.Net;

namespace Gatepost.Relay.Proof;

/// <summary>The answer to a question about all attempts.</summary>
public sealed record ProofResult
{
    /// <summary>How it was answered.</summary>
    public required ProofStatus Status { get; init; }

    /// <summary>
    /// An attempt that shows that it does not hold. Where the status is <see cref="ProofStatus.Unknown"/>: one that would, if the outside answered as <see cref="Suppositions"/> say.
    /// </summary>
    public Attempt? Witness { get; init; }

    /// <summary>What the policy does with the witness; by <see cref="Evaluator"/>.</summary>
    public Decision? Decision { get; init; }

    /// <summary>True where the evaluator decided the witness otherwise than the proof: a condition breaks its contract, or there is a bug. The status is then unknown.</summary>
    public bool IsContradicted { get; init; }

    /// <summary>What the result rests on besides the configuration.</summary>
    public ImmutableArray<Supposition> Suppositions { get; init; } = [];

    /// <summary>Conditions that the configuration cannot answer and that made no difference, whatever they answered.</summary>
    public ImmutableArray<Condition> Immaterial { get; init; } = [];

    /// <summary>The conditions that stand between this and a sure answer; empty where it is sure.</summary>
    public ImmutableArray<Condition> Prevents { get; init; } = [];

    /// <summary>Networks that were left out because they are private, and from which the policy would relay.</summary>
    public ImmutableArray<IPNetwork> TrustedByConfiguration { get; init; } = [];
}
