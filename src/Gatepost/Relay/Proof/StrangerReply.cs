namespace Gatepost.Relay.Proof;

/// <summary>One way in which the policy answers strangers who try to relay.</summary>
/// <param name="Kind">Refused for good, for now, or accepted.</param>
/// <param name="IsClosed">True where the connection is closed without a reply.</param>
/// <param name="Attempt">An example.</param>
/// <param name="Decision">What the evaluator decides on it; where the outside counts, in the world that leads there.</param>
public sealed record StrangerReply(DecisionKind Kind, bool IsClosed, Attempt Attempt, Decision Decision);
