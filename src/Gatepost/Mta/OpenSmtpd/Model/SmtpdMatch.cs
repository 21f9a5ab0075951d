using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Model;

/// <summary>A match rule: tests that must all hold, and the action for recipients for which they do.</summary>
/// <param name="Text">The rule as written, in one line.</param>
/// <param name="Origin">Where it stands.</param>
internal sealed record SmtpdMatch(string Text, Origin Origin)
{
    public SmtpdFrom From { get; init; } = SmtpdFrom.Local;

    /// <summary>The test of <see cref="From"/>; null where the rule says no <c>from</c>.</summary>
    public SmtpdTest? FromTest { get; init; }

    public SmtpdFor For { get; init; } = SmtpdFor.Local;

    /// <summary>The test of <see cref="For"/>; null where the rule says no <c>for</c>.</summary>
    public SmtpdTest? ForTest { get; init; }

    public SmtpdTest? Tag { get; init; }

    public SmtpdTest? Helo { get; init; }

    public SmtpdTest? Auth { get; init; }

    public SmtpdTest? Tls { get; init; }

    public SmtpdTest? MailFrom { get; init; }

    public SmtpdTest? RcptTo { get; init; }

    /// <summary>The action; null to reject.</summary>
    public SmtpdAction? Action { get; init; }
}
