using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>One test of a match rule or of a filter: <c>!mail-from &lt;friends&gt;</c>.</summary>
/// <param name="IsNegated">True with <c>!</c>.</param>
/// <param name="IsRegex">True where the table holds regular expressions.</param>
/// <param name="Table">The table; null where the test needs none (<c>auth</c>, <c>tls</c>, <c>rdns</c>).</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdTest(bool IsNegated, bool IsRegex, SmtpdTable? Table, Origin Origin);
