namespace Gatepost.Relay.Proof;

/// <summary>An answer of the outside on which a result rests.</summary>
/// <param name="Condition">The condition: mostly an <see cref="Opaque"/> one.</param>
/// <param name="Answer">The answer supposed: 0 no, from 1 the case, <see cref="Relay.Answer.FaultValue"/>; null where it is the reading of a table as a whole.</param>
/// <param name="Text">In words.</param>
public sealed record Supposition(Condition Condition, int? Answer, string Text);
