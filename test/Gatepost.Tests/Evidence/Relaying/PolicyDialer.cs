using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Tests.Evidence.Relaying;

/// <summary>A server that answers by a function of sender and recipient, and ends a dialog as the real one does: at eight refusals, at 421.</summary>
internal sealed class PolicyDialer(Func<string, string, string> rcpt) : ISmtpDialer
{
    private int _atOnce;

    public string Ehlo { get; init; } = "mx.example.net";
    public string Banner { get; init; } = "220 mx.example.net ESMTP";
    public IPEndPoint Local { get; init; } = new(IPAddress.Parse("198.51.100.7"), 40000);
    public Func<string, string> Mail { get; init; } = static _ => "250 2.1.0 Ok";
    public TimeSpan SlowestReply { get; init; }
    public LoginResult? Login { get; init; }
    public IReadOnlyList<WireLine> Wire { get; init; } = [];
    public List<DialogPlan> Plans { get; } = [];
    public List<int> Refusals { get; } = [];
    public int MostAtOnce { get; private set; }

    public async ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
    {
        Plans.Add(plan);
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _atOnce));
        var result = Answer(plan);
        await Task.Yield();
        Interlocked.Decrement(ref _atOnce);
        return result;
    }

    private DialogResult Answer(DialogPlan plan)
    {
        var answers = new List<RecipientAnswer>();
        var refusals = 0;
        var fault = DialogFault.None;
        for (var e = 0; e < plan.Envelopes.Count; e++)
        {
            var envelope = plan.Envelopes[e];
            var mail = fault == DialogFault.None ? Reply.Parse(Mail(envelope.Sender)) : null;
            if (mail?.IsPermanent is not null) refusals++;
            foreach (var recipient in envelope.Recipients)
            {
                var reply = fault != DialogFault.None ? null : mail!.IsPermanent is not null ? mail : Reply.Parse(rcpt(envelope.Sender, recipient));
                answers.Add(new RecipientAnswer(e, recipient, reply, mail?.IsPermanent is null ? SmtpPhase.Rcpt : SmtpPhase.Mail));
                if (reply?.IsPermanent is not null && mail!.IsPermanent is null) refusals++;
                if (reply?.Code == 421) fault = DialogFault.ClosedWith421;
                else if (refusals >= plan.Limits.Refusals) fault = DialogFault.Stopped;
            }
        }

        Refusals.Add(refusals);
        return new DialogResult(plan, new DialogOutcome(SmtpPhase.Rcpt, fault))
        {
            Banner = Reply.Parse(Banner),
            OfferBeforeTls = new EhloOffer(Ehlo, []),
            Recipients = answers,
            LocalAddress = Local,
            SlowestReply = SlowestReply,
            Login = Login,
            Wire = Wire,
        };
    }
}
