using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>One command of the transactions that a plan holds.</summary>
/// <param name="Verb">RSET, MAIL or RCPT.</param>
/// <param name="Envelope">Index of the envelope.</param>
/// <param name="Recipient">Index of the recipient in it; 0 for RSET and MAIL.</param>
internal readonly record struct EnvelopeStep(SmtpVerb Verb, int Envelope, int Recipient = 0)
{
    public SmtpPhase Phase => Verb switch { SmtpVerb.Mail => SmtpPhase.Mail, SmtpVerb.Rcpt => SmtpPhase.Rcpt, _ => SmtpPhase.Other };

    /// <summary>All steps of the envelopes, in order: RSET stands between two of them.</summary>
    public static List<EnvelopeStep> Of(IReadOnlyList<Envelope> envelopes)
    {
        var steps = new List<EnvelopeStep>(2);
        for (var i = 0; i < envelopes.Count; i++)
        {
            if (i > 0) steps.Add(new EnvelopeStep(SmtpVerb.Rset, i));
            steps.Add(new EnvelopeStep(SmtpVerb.Mail, i));
            for (var k = 0; k < envelopes[i].Recipients.Count; k++) steps.Add(new EnvelopeStep(SmtpVerb.Rcpt, i, k));
        }

        return steps;
    }
}
