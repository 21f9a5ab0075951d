namespace Gatepost.Refusals.Mail;

/// <summary>Content-Transfer-Encoding (RFC 2045 section 6).</summary>
internal enum TransferEncoding
{
    /// <summary>7bit, 8bit, binary, or not told.</summary>
    None,
    /// <summary>base64.</summary>
    Base64,
    /// <summary>quoted-printable.</summary>
    QuotedPrintable,
}
