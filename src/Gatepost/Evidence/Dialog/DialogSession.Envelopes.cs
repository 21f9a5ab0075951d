using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

internal sealed partial class DialogSession
{
    private const int LongestBatch = 64;
    private int _mailsRefused;

    /// <summary>Holds the transactions: in batches where the server takes PIPELINING (RFC 2920), else one command at a time.</summary>
    private async ValueTask HoldEnvelopes()
    {
        if (plan.Envelopes.Count == 0) return;
        var steps = EnvelopeStep.Of(plan.Envelopes);
        var isLeftOut = new bool[plan.Envelopes.Count];
        for (var i = 0; i < isLeftOut.Length; i++) isLeftOut[i] = NeedsUtf8(plan.Envelopes[i]) && !OffersUtf8(i);
        var batch = new List<EnvelopeStep>(2);
        for (var next = 0; _end is null;)
        {
            batch.Clear();
            next = PutBatch(steps, next, isLeftOut, batch);
            if (batch.Count == 0) break;
            await channel.Send(guard.Take()).ConfigureAwait(false);
            for (var i = 0; i < batch.Count && _end is null; i++)
            {
                if (batch[i].Verb != SmtpVerb.Rset) _phase = batch[i].Phase;
                Hear(batch[i], await Read(batch[i].Phase, isFirst: i == 0).ConfigureAwait(false), isLeftOut);
                if (guard.IsTarpit && i < batch.Count - 1) Stopped();
            }
        }

        if (_end is not null || _mailsRefused < plan.Envelopes.Count) return;
        _phase = SmtpPhase.Mail;
        Refused();
    }

    // Steps of an envelope whose MAIL was refused are left out. Where a step is still to be taken and may not be, the dialog stops.
    private int PutBatch(List<EnvelopeStep> steps, int next, bool[] isLeftOut, List<EnvelopeStep> batch)
    {
        var room = MayPipeline ? Math.Min(guard.Room, LongestBatch) : 1;
        for (; next < steps.Count; next++)
        {
            var step = steps[next];
            if (isLeftOut[step.Envelope]) continue;
            if (batch.Count > 0 && (room == 0 || !MayPipeline)) break;
            if (guard.Objection is not null || !Put(step))
            {
                if (batch.Count == 0) Stopped();
                break;
            }

            batch.Add(step);
            if (step.Verb != SmtpVerb.Rset) room--;
        }

        return next;
    }

    private bool Put(EnvelopeStep step)
    {
        var envelope = plan.Envelopes[step.Envelope];
        return step.Verb switch
        {
            SmtpVerb.Mail => guard.Put(SmtpVerb.Mail, envelope.Sender, NeedsUtf8(envelope) ? "SMTPUTF8" : ""),
            SmtpVerb.Rcpt => guard.Put(SmtpVerb.Rcpt, envelope.Recipients[step.Recipient]),
            _ => guard.Put(SmtpVerb.Rset),
        };
    }

    private void Hear(EnvelopeStep step, WireReply reply, bool[] isLeftOut)
    {
        if (reply.Code == 0) return;
        if (step.Verb == SmtpVerb.Rset)
        {
            _hasAccepted = false;
        }
        else if (step.Verb == SmtpVerb.Mail && reply.IsRefusal)
        {
            _mailsRefused++;
            isLeftOut[step.Envelope] = true;
            _answers.SetAll(step.Envelope, reply.ToReply());
        }
        else if (step.Verb == SmtpVerb.Rcpt && !isLeftOut[step.Envelope])
        {
            _answers.Set(step.Envelope, step.Recipient, reply.ToReply());
            _hasAccepted |= reply.IsPositive;
        }

        if (reply.Code is >= 300 and < 400) End(DialogFault.Malformed, $"a reply with code {reply.Code}");
    }

    private bool OffersUtf8(int envelope)
    {
        if (Offer?.Parameters("SMTPUTF8") is not null) return true;
        log.Note($"Host did not advertise SMTPUTF8: transaction {envelope + 1} is left out.");
        return false;
    }

    private static bool NeedsUtf8(Envelope envelope) =>
        !System.Text.Ascii.IsValid(envelope.Sender) || envelope.Recipients.Any(static r => !System.Text.Ascii.IsValid(r));
}
