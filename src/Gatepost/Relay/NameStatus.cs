namespace Gatepost.Relay;

/// <summary>What became of the lookup of the client's name: address to name (PTR), and the name back to the address.</summary>
public enum NameStatus
{
    /// <summary>The address has no name: no PTR record.</summary>
    Missing,
    /// <summary>The name leads back to the address (forward-confirmed).</summary>
    Verified,
    /// <summary>The name does not lead back to the address.</summary>
    Forged,
    /// <summary>A lookup failed for now.</summary>
    Temporary,
}
