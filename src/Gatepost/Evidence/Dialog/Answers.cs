using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>The answers to a plan's recipients while a dialog is held, in the plan's order.</summary>
internal sealed class Answers(DialogPlan plan)
{
    private readonly RecipientAnswer[] _answers = Blank(plan);

    public IReadOnlyList<RecipientAnswer> All => _answers;

    public void Set(int envelope, int recipient, Reply reply)
    {
        var at = recipient;
        for (var i = 0; i < envelope; i++) at += plan.Envelopes[i].Recipients.Count;
        _answers[at] = _answers[at] with { Reply = reply };
    }

    /// <summary>MAIL was refused: that is the answer to every recipient of the envelope.</summary>
    public void SetAll(int envelope, Reply reply)
    {
        for (var i = 0; i < _answers.Length; i++)
            if (_answers[i].Envelope == envelope) _answers[i] = _answers[i] with { Reply = reply, Phase = SmtpPhase.Mail };
    }

    /// <summary>No answer to anyone.</summary>
    public static RecipientAnswer[] Blank(DialogPlan plan) =>
        plan.Envelopes.Count == 0 ? [] : [.. plan.Envelopes.SelectMany(static (e, index) => e.Recipients.Select(r => new RecipientAnswer(index, r, null)))];
}
