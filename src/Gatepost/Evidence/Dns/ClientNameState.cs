namespace Gatepost.Evidence.Dns;

/// <summary>Whether an address has a name that leads back to it (forward-confirmed reverse DNS, RFC 1912 section 2.1).</summary>
public enum ClientNameState
{
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>The name leads back to the address.</summary>
    Verified,
    /// <summary>There is no PTR record.</summary>
    Missing,
    /// <summary>There is a PTR record, and its name does not lead back to the address.</summary>
    Unmatched,
    /// <summary>A look-up failed for now (SERVFAIL, no answer).</summary>
    Failed,
}
