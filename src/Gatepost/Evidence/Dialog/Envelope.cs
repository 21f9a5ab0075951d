namespace Gatepost.Evidence.Dialog;

/// <summary>One mail transaction that a dialog holds up to RCPT and takes back with RSET.</summary>
/// <param name="Sender">The reverse-path without angle brackets, exactly as it is to be sent; empty for the null sender.</param>
/// <param name="Recipients">The forward-paths without angle brackets, exactly as they are to be sent.</param>
public sealed record Envelope(string Sender, IReadOnlyList<string> Recipients);
