namespace Gatepost.Relay.Proof.Cells;

/// <summary>One way to ask about a value: where it is put in an attempt, and what is asked then.</summary>
/// <param name="Policy">The policy whose addressing reads the attempt.</param>
/// <param name="Put">Puts a value in an attempt.</param>
/// <param name="Leaves">The leaves asked.</param>
/// <param name="Notes">What else is looked at.</param>
internal sealed record Probe<T>(RelayPolicy Policy, Func<Attempt, T, Attempt> Put, IReadOnlyList<Leaf> Leaves, IReadOnlyList<Func<Session, int>> Notes)
{
    /// <summary>True of attempts that end before a leaf is asked; its answers are then as good as no.</summary>
    public Func<Session, bool> Skips { get; init; } = static _ => false;
}
