namespace Gatepost.Relay.Proof;

/// <summary>An example of attempts that two policies treat differently.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Attempt">The example.</param>
/// <param name="Before">What the first policy decides.</param>
/// <param name="After">What the second policy decides.</param>
public sealed record PolicyChange(PolicyChangeKind Kind, Attempt Attempt, Decision Before, Decision After);
