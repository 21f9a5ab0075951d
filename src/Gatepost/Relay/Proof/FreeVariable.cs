namespace Gatepost.Relay.Proof;

/// <summary>A condition that may answer anything.</summary>
/// <param name="Condition">The condition: opaque, of a kind that the proof does not know, or a leaf that it cannot take apart.</param>
/// <param name="Assumed">The only answer that counts, by the operator's word or because it is <see cref="Opaque.TakenForNo"/>; null for all.</param>
/// <param name="MayFail">True where it may also fail.</param>
internal sealed record FreeVariable(Condition Condition, int? Assumed, bool MayFail)
{
    /// <summary>The number of values.</summary>
    public int Size => Assumed is null ? Condition.Answers + (MayFail ? 2 : 1) : 1;

    /// <summary>True for an opaque condition that says no to some for certain.</summary>
    public bool SparesSome => Condition is Opaque { SparesSome: true } && Assumed is null;

    /// <summary>The answer that a value stands for: no first, a fault last.</summary>
    public int Answer(int value) => Assumed ?? (value > Condition.Answers ? Gatepost.Relay.Answer.FaultValue : value);
}
