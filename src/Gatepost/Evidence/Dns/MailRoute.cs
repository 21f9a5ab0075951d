namespace Gatepost.Evidence.Dns;

/// <summary>Where the DNS sends a domain's mail (RFC 5321 section 5.1), as one word.</summary>
public enum MailRoute
{
    /// <summary>Nobody asked, or the time ran out before an answer.</summary>
    Unknown,
    /// <summary>MX records of which at least one leads to an address.</summary>
    Records,
    /// <summary>No MX record, but the domain itself has an address.</summary>
    Implicit,
    /// <summary>The null MX (RFC 7505): the domain takes no mail.</summary>
    Null,
    /// <summary>The domain exists and has neither MX record nor address.</summary>
    None,
    /// <summary>The domain does not exist.</summary>
    NxDomain,
    /// <summary>MX records, none of which leads to an address that mail can be sent to.</summary>
    Unusable,
    /// <summary>The look-up fails: SERVFAIL, REFUSED, no answer from any server. Why stands in the findings.</summary>
    Broken,
}
