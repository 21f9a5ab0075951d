namespace Gatepost.Diagnoses.Rules;

/// <summary>GP211: the recipient's mailbox is full.</summary>
internal sealed class MailboxFull : ReasonRule
{
    public override Reason Reason => Reason.MailboxFull;

    public override Cause Cause { get; } = new("GP211", "mailboxfull", "The recipient's mailbox is full", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The mailbox, or the quota of its domain, has no room left. The address exists.",
        Plain = "The mailbox of {recipient} is full, so {server} could not put your message into it.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin, ["The recipient deletes mail, or their administrator raises the quota.", "Then the message can be sent again."]),
            new Fix(Owner.Sender, ["Tell the recipient by another way that their mailbox is full.", "Send the message again in a few days."]),
        ],
        DoNot = ["Do not remove the recipient after one such bounce: full mailboxes are emptied."],
        References = ["RFC 3463 X.2.2"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "{user} (is|are|was|has been|) (full|over quota|overquota|over-quota|quota exceeded|exceeded)",
        "(over|exceed|exceeds|exceeded|exceeding) (its|the|their|his|) (disk|storage|mail|mailbox|) quota",
        "quota (exceed|is full|violation|is exceeded)",
        "out of (storage|disk|mailbox) (space|quota)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "552 5.2.2 <pat@example.org>: Recipient address rejected: mailbox full",
        "452 4.2.2 The email account that you tried to reach is over quota.",
        "550 5.2.2 user has exceeded his disk quota",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(2, 2);
}
