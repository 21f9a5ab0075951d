using System.Collections.Immutable;

namespace Gatepost.Relay;

/// <summary>
/// What one listener of a mail server does with attempts, whatever the server: ordered rules in stages. Immutable; its conditions
/// answer the same to the same attempt, and many threads may ask at once.
/// </summary>
public sealed record RelayPolicy
{
    /// <summary>The listener.</summary>
    public required Listener Listener { get; init; }

    /// <summary>The stages in the order of the session.</summary>
    public required ImmutableArray<Stage> Stages { get; init; }

    /// <summary>How addresses are read.</summary>
    public required Addressing Addressing { get; init; }

    /// <summary>What the recipient is to the server: answers are the values of <see cref="AddressClass"/>.</summary>
    public required Condition Classes { get; init; }

    /// <summary>What happens when no rule decided: Postfix accepts, OpenSMTPD and Exim refuse.</summary>
    public required Verdict Otherwise { get; init; }

    /// <summary>Where <see cref="Otherwise"/> comes from.</summary>
    public Origin OtherwiseOrigin { get; init; } = Origin.Default;
}
