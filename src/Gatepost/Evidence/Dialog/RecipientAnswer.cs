using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>What the server said to one recipient of one envelope.</summary>
/// <param name="Envelope">Index of the envelope in the plan.</param>
/// <param name="Recipient">The recipient as sent.</param>
/// <param name="Reply">The reply to RCPT, or the one to MAIL where that was refused; null where the dialog ended before.</param>
/// <param name="Phase">The command the reply answers: <see cref="SmtpPhase.Rcpt"/> or <see cref="SmtpPhase.Mail"/>.</param>
public sealed record RecipientAnswer(int Envelope, string Recipient, Reply? Reply, SmtpPhase Phase = SmtpPhase.Rcpt)
{
    /// <summary>True for 250, 251 and 252 to RCPT; false for 5yz; null for 4yz and where there was no reply: that is no verdict.</summary>
    public bool? IsAccepted => Reply?.Code switch
    {
        >= 200 and < 300 => Phase == SmtpPhase.Rcpt,
        >= 500 and < 600 => false,
        _ => null,
    };
}
