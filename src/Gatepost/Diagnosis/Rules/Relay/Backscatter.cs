using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP122: an automatic answer to forged spam.</summary>
internal sealed class Backscatter : CauseRule
{
    public override Cause Cause { get; } = new("GP122", "backscatter",
        "An automatic answer to forged spam was refused", Side.Neither, Owner.SendingAdmin)
    {
        Why = "The refused message is an automatic answer (a vacation notice, a bounce) to spam with a forged sender. Nobody wrote to that address, and the answer should never have been sent.",
        Plain = "A program on your side answered a spam message automatically. The spam's sender address was forged, so the answer could not be delivered.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Do not answer mail that is marked as spam (vacation and bounce programs can be told so).",
                "Refuse unwanted mail while the sender is still connected, instead of accepting it and sending a bounce later.",
            ]),
        ],
        DoNot = ["Do not write to the address: its owner had nothing to do with it.", "Do not unsubscribe anybody for this."],
        Decides = "Was the mail that was answered spam, or never sent by the address in it?",
        References = ["RFC 3834 section 2", "RFC 5321 section 6.2"],
    };

    internal override bool ComesFirst => true;

    internal override Claim? Consider(Case c)
    {
        var original = c.Refusal.Original;
        if (original?.SpamMark is not { } mark) return null;
        var automatic = original.AutoReplyHint is not null || original.AutoSubmitted is { } a && a != "no" || original.ReturnPath is { Length: 0 };
        if (!automatic) return null;
        return new Claim(Confidence.Medium, "the refused message is automatic and carries a spam mark")
        {
            Facts = !c.WantsFacts ? [] :
            [
                Facts.Message("message.spam-mark", mark, $"the message carried a spam mark ({mark})", Cause.Id),
                new Fact("message.automatic", "", original.AutoSubmitted ?? "", "the refused message was sent by a program", "returned message") { Supports = [Cause.Id] },
            ],
        };
    }
}
