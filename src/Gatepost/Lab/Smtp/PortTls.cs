namespace Gatepost.Lab.Smtp;

/// <summary>How a port comes under TLS.</summary>
public enum PortTls
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>By STARTTLS (RFC 3207).</summary>
    StartTls,
    /// <summary>From the first octet (RFC 8314).</summary>
    Implicit,
}
