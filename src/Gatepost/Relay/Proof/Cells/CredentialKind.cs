namespace Gatepost.Relay.Proof.Cells;

/// <summary>How a client has shown who it is.</summary>
internal enum CredentialKind
{
    /// <summary>Not at all, or as anybody can: ANONYMOUS, a certificate that nobody verified.</summary>
    None,
    /// <summary>By a login, or a certificate that the configuration names.</summary>
    Named,
    /// <summary>By a certificate that the server verified and the configuration does not name.</summary>
    Verified,
}
