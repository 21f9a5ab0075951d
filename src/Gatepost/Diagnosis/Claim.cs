using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>What a <see cref="CauseRule"/> makes of a case.</summary>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Because">What that rests on or lacks: half a sentence.</param>
internal sealed record Claim(Confidence Confidence, string Because)
{
    /// <summary>Facts it rests on, the strongest first.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>Who must act, where the facts say more than the cause.</summary>
    public Owner? Owner { get; init; }

    /// <summary>Whose side it is on, where the facts say more than the cause.</summary>
    public Side? Side { get; init; }

    /// <summary>What would settle it, where that is more special than the cause's own question.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}
