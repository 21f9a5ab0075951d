namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>A piece of a generated configuration, which can be left out.</summary>
/// <param name="File">The file it stands in: <c>sendmail.mc</c>, <c>access</c>.</param>
/// <param name="Text">Its line or lines.</param>
/// <param name="Feature">What it is counted as.</param>
internal sealed record SendmailPart(string File, string Text, string Feature);
