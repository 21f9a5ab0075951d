using System.Collections.Immutable;

namespace Gatepost.Relay.Proof;

/// <summary>What a proof takes for granted.</summary>
public sealed record ProofOptions
{
    /// <summary>Nothing is assumed; strangers are all but loopback and private ranges.</summary>
    public static ProofOptions Default { get; } = new();

    /// <summary>Who is a stranger.</summary>
    public Strangers Strangers { get; init; } = Strangers.Default;

    /// <summary>What the operator says of the outside; the first that covers a condition counts.</summary>
    public ImmutableArray<Assumption> Assumptions { get; init; } = [];

    internal Assumption? Of(Opaque condition)
    {
        foreach (var assumption in Assumptions)
            if (assumption.Covers(condition)) return assumption;
        return null;
    }
}
