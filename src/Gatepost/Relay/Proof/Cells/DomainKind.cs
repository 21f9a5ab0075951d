namespace Gatepost.Relay.Proof.Cells;

/// <summary>What a policy's classes say of a recipient's domain by name.</summary>
internal enum DomainKind
{
    /// <summary>They name it.</summary>
    Named,
    /// <summary>They do not: it is a stranger's, whatever its class.</summary>
    NotNamed,
    /// <summary>The address has no domain, and stays with the server.</summary>
    None,
}
