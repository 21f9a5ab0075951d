namespace Gatepost.Evidence.Dns;

/// <summary>What is known of a domain's signatures (RFC 4033 section 5).</summary>
public enum DnssecState
{
    /// <summary>Not known: the resolver does not validate, or was not asked.</summary>
    Unknown,
    /// <summary>No chain of trust is claimed: there is no DS.</summary>
    Insecure,
    /// <summary>The resolver validated the answer (AD).</summary>
    Secure,
    /// <summary>Validation fails: SERVFAIL with CD off, an answer with CD on.</summary>
    Bogus,
}
