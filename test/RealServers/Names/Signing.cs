namespace Gatepost.RealServers.Names;

/// <summary>A zone's signatures.</summary>
internal enum Signing
{
    /// <summary>None.</summary>
    None,
    /// <summary>Signed, with a DS record at the parent.</summary>
    Secure,
    /// <summary>Signed, and an MX record changed afterwards.</summary>
    Bogus,
}
