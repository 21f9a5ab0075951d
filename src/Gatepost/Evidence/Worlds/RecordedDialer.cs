using System.Net;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// The SMTP servers of a recorded world. A plan is answered by the dialog with that address whose TLS mode, envelopes and disguise
/// are the same; where there is none, by the one with that address that answers most of its recipients. A plan whose address was
/// never dialled is <see cref="DialogFault.NotTried"/>; recipients that were not asked then have no reply.
/// </summary>
public sealed class RecordedDialer : ISmtpDialer
{
    private readonly Dictionary<IPEndPoint, List<DialogResult>> _dialogs = [];

    /// <summary>Makes the servers of a world.</summary>
    public RecordedDialer(World world)
    {
        foreach (var dialog in world.Dialogs)
        {
            if (!_dialogs.TryGetValue(dialog.Plan.Address, out var held)) _dialogs.Add(dialog.Plan.Address, held = []);
            held.Add(dialog);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel)
    {
        if (!_dialogs.TryGetValue(plan.Address, out var held))
            return ValueTask.FromResult(new DialogResult(plan, new DialogOutcome(SmtpPhase.Connect, DialogFault.NotTried, "the recorded world does not hold it")));
        var same = held.Find(d => IsSameSession(d, plan) && IsSameMail(d.Plan.Envelopes, plan.Envelopes));
        return ValueTask.FromResult(same is not null ? same with { Plan = plan } : Nearest(held, plan));
    }

    private static bool IsSameSession(DialogResult dialog, DialogPlan plan) =>
        dialog.Plan.Tls == plan.Tls && dialog.Plan.XClient == plan.XClient && dialog.Plan.Proxy == plan.Proxy && dialog.Login is null == plan.Login is null;

    private static bool IsSameMail(IReadOnlyList<Envelope> one, IReadOnlyList<Envelope> other) =>
        one.Count == other.Count && one.Zip(other).All(static p => p.First.Sender == p.Second.Sender && p.First.Recipients.SequenceEqual(p.Second.Recipients));

    private static DialogResult Nearest(List<DialogResult> held, DialogPlan plan)
    {
        var (nearest, answers) = held.Select(d => (Dialog: d, Answers: Answers(d, plan)))
            .MaxBy(p => (p.Answers.Count(static a => a.Reply is not null), IsSameSession(p.Dialog, plan)));
        var isHeld = answers.TrueForAll(static a => a.Reply is not null) || !nearest.Outcome.IsComplete;
        return nearest with
        {
            Plan = plan,
            Recipients = answers,
            Outcome = isHeld ? nearest.Outcome : new DialogOutcome(nearest.Outcome.Phase, DialogFault.NotTried, "the recorded world does not hold every recipient"),
        };
    }

    private static List<RecipientAnswer> Answers(DialogResult dialog, DialogPlan plan)
    {
        var answers = new List<RecipientAnswer>();
        for (var i = 0; i < plan.Envelopes.Count; i++)
        {
            var (sender, recipients) = (plan.Envelopes[i].Sender, plan.Envelopes[i].Recipients);
            foreach (var recipient in recipients)
            {
                var known = dialog.Recipients.FirstOrDefault(a =>
                    a.Recipient == recipient && a.Envelope >= 0 && a.Envelope < dialog.Plan.Envelopes.Count && dialog.Plan.Envelopes[a.Envelope].Sender == sender);
                answers.Add(known is null ? new RecipientAnswer(i, recipient, null) : known with { Envelope = i });
            }
        }

        return answers;
    }
}
