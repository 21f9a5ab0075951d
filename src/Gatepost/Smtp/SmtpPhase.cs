namespace Gatepost.Smtp;

/// <summary>The stage of an SMTP session at which a reply was given (RFC 5321 section 4.1.1).</summary>
public enum SmtpPhase
{
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>Before any reply: the connection itself (TCP, or the greeting).</summary>
    Connect,
    /// <summary>HELO, EHLO or LHLO.</summary>
    Ehlo,
    /// <summary>STARTTLS (RFC 3207).</summary>
    StartTls,
    /// <summary>AUTH (RFC 4954).</summary>
    Auth,
    /// <summary>MAIL FROM.</summary>
    Mail,
    /// <summary>RCPT TO.</summary>
    Rcpt,
    /// <summary>DATA or BDAT, before the message was sent.</summary>
    Data,
    /// <summary>After the message: the final dot, or the last BDAT.</summary>
    EndOfData,
    /// <summary>VRFY, EXPN, ETRN, NOOP, RSET, QUIT.</summary>
    Other,
}
