namespace Gatepost.Relay.Proof;

/// <summary>What a change of policy means, the gravest first.</summary>
public enum PolicyChangeKind
{
    /// <summary>Strangers can relay who could not.</summary>
    StrangersRelay,
    /// <summary>Strangers can no longer write to a domain of the server's.</summary>
    OwnDomainRefused,
    /// <summary>Users or trusted clients can no longer send.</summary>
    UsersRefused,
    /// <summary>Users or trusted clients can send who could not.</summary>
    UsersAccepted,
    /// <summary>Strangers can write to a domain of the server's to which they could not.</summary>
    OwnDomainAccepted,
    /// <summary>Strangers can no longer relay.</summary>
    StrangersStopped,
    /// <summary>What was accepted as relayed is accepted as own, or the other way round.</summary>
    ClassChanged,
    /// <summary>What was delivered is thrown away, or the other way round.</summary>
    DiscardChanged,
    /// <summary>A refusal for good becomes one for now, the other way round, or a closed connection.</summary>
    ReplyChanged,
    /// <summary>The same refusal at another command.</summary>
    PhaseChanged,
}
