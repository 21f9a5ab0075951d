namespace Gatepost.Relay.Proof;

/// <summary>What a client's address says about it.</summary>
internal enum ClientKind
{
    /// <summary>Outside the trusted networks.</summary>
    Stranger,
    /// <summary>In a network that the operator named, or loopback.</summary>
    Trusted,
    /// <summary>In a private range, which counts as trusted.</summary>
    TrustedPrivate,
    /// <summary>No host has such an address.</summary>
    Hostless,
}
