namespace Gatepost.Evidence.Relaying;

/// <summary>One pair of MAIL and RCPT to ask a server about.</summary>
/// <param name="Sender">The reverse-path without angle brackets, exactly as sent; empty for the null sender.</param>
/// <param name="Recipient">The forward-path without angle brackets, exactly as sent.</param>
public abstract record RelayProbe(string Sender, string Recipient);
