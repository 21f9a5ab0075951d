using Gatepost.Relay;

namespace Gatepost.Mta;

/// <summary>Something wrong in a configuration.</summary>
/// <param name="Origin">Where it stands.</param>
/// <param name="Kind">What sort of mistake.</param>
/// <param name="What">What is wrong and what it leads to, a sentence: <c>10.0.0.1/24 has host bits set; every client that reaches it gets 451 4.3.0</c>.</param>
/// <param name="Write">What to write instead, a sentence; null where there is nothing to write.</param>
public sealed record ConfigProblem(Origin Origin, ConfigProblemKind Kind, string What, string? Write);
