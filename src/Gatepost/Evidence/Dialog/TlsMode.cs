namespace Gatepost.Evidence.Dialog;

/// <summary>When a dialog goes under TLS.</summary>
public enum TlsMode
{
    /// <summary>Never.</summary>
    None,
    /// <summary>By STARTTLS where it is offered; where TLS fails the dialog ends, since a new one in clear text is another dialog.</summary>
    IfOffered,
    /// <summary>By STARTTLS; without an offer the dialog ends after EHLO.</summary>
    Required,
    /// <summary>From the first octet (RFC 8314 section 3, port 465).</summary>
    Implicit,
}
