using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>An entry of a table.</summary>
/// <param name="Key">The key in lower case, as OpenSMTPD keeps it, regular expressions too.</param>
/// <param name="Value">The value; null in a list.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdEntry(string Key, string? Value, Origin Origin);
