namespace Gatepost.Relay;

/// <summary>How an attempt ends.</summary>
public enum DecisionKind
{
    /// <summary>The recipient is accepted.</summary>
    Accept,
    /// <summary>Refused for good (5yz), or the connection is closed.</summary>
    Refuse,
    /// <summary>Refused for now (4yz).</summary>
    Defer,
    /// <summary>Something outside the configuration decides: <see cref="Decision.DependsOn"/>.</summary>
    Depends,
}
