namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>What the names' world says to a question.</summary>
/// <param name="Exists">False where there is no such name.</param>
/// <param name="IsFailure">True where the server cannot say for now.</param>
/// <param name="Records">The records of the type asked for.</param>
internal sealed record NameAnswer(bool Exists, bool IsFailure, IReadOnlyList<NameRecord> Records);
