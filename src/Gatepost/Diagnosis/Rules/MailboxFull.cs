namespace Gatepost.Diagnoses.Rules;

/// <summary>GP211: the recipient's mailbox is full.</summary>
internal sealed partial class MailboxFull : ReasonRule
{
    public override Reason Reason => Reason.MailboxFull;

    public override Cause Cause { get; } = new("GP211", "mailboxfull", "The recipient's mailbox is full", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The mailbox, or the quota of its domain, has no room left. The address exists.",
        Plain = "The mailbox of {recipient} is full, so {server} could not put your message into it.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "The recipient deletes mail, or their administrator raises the quota.",
                "Then the message can be sent again.",
            ]),
            new Fix(Owner.Sender, ["Tell the recipient by another way that their mailbox is full.", "Send the message again in a few days."]),
        ],
        DoNot = ["Do not remove the recipient after one such bounce: full mailboxes are emptied."],
        References = ["RFC 3463 X.2.2", "RFC 5321 section 4.2.3 (452, 552)"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "552 5.2.2 <pat@example.org>: Recipient address rejected: mailbox full",
        "452 4.2.2 The email account that you tried to reach is over quota.",
        "550 5.2.2 user has exceeded his disk quota",
        "552 5.2.2 <pat@example.org>: user is over quota",
        "522 5.2.0 Delivery failed: Over quota",
        "User mailbox exceeds allowed size: pat@example.org",
        "The number of messages in recipient's mailbox exceeded the local limit.",
        "mailbox is full: retry timeout exceeded",
        "Storage quota exceeded",
        "552 5.2.2 STOREDRV.Deliver; mailbox full. The following information should help",
        "554 5.2.2 RESOLVER.RST.QuotaExceeded; mailbox full",
        "552 Requested mail action aborted: exceeded storage allocation. Mailbox quota exceeded",
        "550 5.7.1 user quota exceeded",
        "maildrop: maildir over quota.",
        "452 4.2.2 Mailbox over quota, try again later",
        "552 Quota violation for pat@example.org",
        "550 Das Postfach ist voll",
        "552 5.2.2 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]",
        "550 El buzón está lleno",
        "550 5.2.2 邮箱已满",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.4.5 Daily user sending quota exceeded.",
        "452 4.3.1 Insufficient system storage",
        "552 5.3.4 Message size exceeds fixed limit",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(2, 2) || c.Code is 522;
}
