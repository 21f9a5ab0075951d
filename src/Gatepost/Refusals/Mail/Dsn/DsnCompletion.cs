using Gatepost.Refusals.Mail.Bounce;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail.Dsn;

/// <summary>Completes a report whose fields are poor by what a dialect reads from the mail's human-readable text.</summary>
internal static class DsnCompletion
{
    /// <summary>The same refusals, in the same order, with gaps filled where the dialect tells of the same recipient.</summary>
    public static IReadOnlyList<Refusal> Complete(IReadOnlyList<Refusal> refusals, MailView mail, ReadLimits limits)
    {
        if (!refusals.Any(IsPoor) || BounceDialects.Read(mail, limits) is not { Count: > 0 } told) return refusals;
        var completed = new Refusal[refusals.Count];
        for (var i = 0; i < completed.Length; i++) completed[i] = IsPoor(refusals[i]) ? Fill(refusals[i], told, refusals.Count == 1) : refusals[i];
        return completed;
    }

    private static bool IsPoor(Refusal refusal) =>
        refusal.Kind is RefusalKind.Failed or RefusalKind.Delayed
        && (refusal.Reply.Code is null || refusal.Reply.Text.Length == 0 || !DsnAddress.IsComplete(refusal.Recipient));

    private static Refusal Fill(Refusal refusal, IReadOnlyList<Refusal> told, bool isOnly)
    {
        var match = told.Take(1_000).FirstOrDefault(t => Same(t.Recipient, refusal.Recipient) || Same(t.Recipient, refusal.OriginalRecipient))
            ?? (isOnly && told.Count == 1 ? told[0] : null);
        if (match is null) return refusal;
        return refusal with
        {
            Recipient = DsnAddress.IsComplete(refusal.Recipient) ? refusal.Recipient : match.Recipient ?? refusal.Recipient,
            Reply = IsBetter(match.Reply, refusal.Reply) ? match.Reply : refusal.Reply,
            Phase = refusal.Phase != SmtpPhase.Unknown ? refusal.Phase : match.Phase,
            Command = refusal.Command ?? match.Command,
            RemoteMta = refusal.RemoteMta ?? match.RemoteMta,
            RemoteAddress = refusal.RemoteAddress ?? match.RemoteAddress,
            Explanation = refusal.Explanation ?? match.Explanation,
            Software = refusal.Software ?? match.Software,
        };
    }

    private static bool IsBetter(Reply one, Reply other) =>
        one.Code is not null ? other.Code is null || other.Text.Length == 0 : other.Code is null && other.Text.Length == 0;

    private static bool Same(string? one, string? other) =>
        one is not null && other is not null && one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
