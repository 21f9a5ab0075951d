using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>Reads what an MX host says of a domain off its answers to the recipient, to postmaster and to a stranger's domain.</summary>
internal static class MxVerdicts
{
    public static MxVerdict Of(DialogResult dialog, Func<Reply, bool?> saysRelay)
    {
        if (dialog.Recipients is not [{ Reply: { } reply } first, .., var stranger]) return WithoutAnswer(dialog.Outcome);
        if (first.IsAccepted == true) return MxVerdict.Accepts;
        if (IsRelayDenial(first, reply, dialog.Recipients[^2], stranger, saysRelay)) return MxVerdict.RefusesRelay;
        return reply.Code is >= 400 and < 500 ? MxVerdict.Defers : MxVerdict.Refuses;
    }

    // Words that are known decide, unless the same server takes the domain's postmaster. Words that are not known are measured
    // against what the server says of a domain that it cannot own: the same words mean that it takes ours for such a one.
    private static bool IsRelayDenial(RecipientAnswer first, Reply reply, RecipientAnswer postmaster, RecipientAnswer stranger, Func<Reply, bool?> saysRelay)
    {
        if (postmaster.IsAccepted == true || first.Phase != SmtpPhase.Rcpt) return false;
        if (saysRelay(reply) is { } known) return known;
        return first.IsAccepted == false && postmaster.IsAccepted == false && stranger.IsAccepted == false
            && Skeleton(reply, first.Recipient) == Skeleton(stranger.Reply!, stranger.Recipient);
    }

    private static string Skeleton(Reply reply, string recipient) => $"{reply.Code} {reply.Enhanced} "
        + reply.Text.Replace(recipient, "@", StringComparison.OrdinalIgnoreCase)
            .Replace(recipient[(recipient.LastIndexOf('@') + 1)..], "@", StringComparison.OrdinalIgnoreCase);

    private static MxVerdict WithoutAnswer(DialogOutcome outcome) => outcome switch
    {
        { Fault: DialogFault.NotTried } => MxVerdict.NotTried,
        { Phase: SmtpPhase.Connect or SmtpPhase.Unknown, Fault: DialogFault.TimedOut or DialogFault.ConnectionRefused or DialogFault.Unreachable } => MxVerdict.Unreachable,
        _ => MxVerdict.NoAnswer,
    };
}
