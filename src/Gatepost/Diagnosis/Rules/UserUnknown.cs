using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP230: no such user.</summary>
internal sealed partial class UserUnknown : ReasonRule
{
    public override Reason Reason => Reason.UserUnknown;

    public override Cause Cause { get; } = new("GP230", "userunknown", "There is no such mailbox", Side.Sender, Owner.Sender)
    {
        Why = "The server of the recipient's domain takes mail for the domain, and says that it has no mailbox or alias of this name. Most often the address is mistyped, or the person has left.",
        Plain = "{server} says that there is no mailbox {recipient}. The address is probably mistyped, or no longer exists.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Compare the address with what the recipient gave you, letter by letter.",
                "Ask the recipient by another way for the address that works now.",
                "Take the address off lists and out of the address book.",
            ]),
            new Fix(Owner.RecipientAdmin,
                ["If the mailbox does exist: check the server's recipient table or directory, and whether every MX of the domain knows it."],
                OnlyIf: "The address is right."),
        ],
        DoNot = ["Do not send again to the same address: many such refusals harm the sender's reputation."],
        References = ["RFC 5321 section 4.2.3 (550)", "RFC 3463 X.1.1", "RFC 5248 X.1.10"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.1.1 <pat@example.org>: Recipient address rejected: User unknown in local recipient table",
        "550 5.1.1 <pat@example.org>... User unknown",
        "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos",
        "550 5.1.1 sorry, no mailbox here by that name. (#5.1.1)",
        "550 No such user here",
        "554 delivery error: dd This user doesn't have a example.com account (pat@example.com) [0]",
        "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup",
        "550 5.4.1 Recipient address rejected: Access denied. AS(201806281) [edge1.example.net]",
        "550 Requested action not taken: mailbox unavailable",
        "550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]",
        "550 5.1.1 <pat@example.org> User not found: pat@example.org",
        "550 #5.1.0 Address rejected.",
        "550 Mailbox not found",
        "550 5.7.1 unknown recipient pat@example.org",
        "511 sorry, no mailbox here by that name (#5.1.1 - chkuser)",
        "550 5.1.1 recipient rejected, no such account",
        "550 Unrouteable address: unknown local-part \"pat\" in domain \"example.org\"",
        "550 Empfänger unbekannt",
        "550 5.1.1 Usuario desconocido",
        "550 Utilisateur inconnu",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.2.2 <pat@example.org>: mailbox full",
        "550 5.1.2 <pat@example.invalid>... Host unknown",
        "553 5.1.8 <pat@example.invalid>... Domain of sender address pat@example.invalid does not exist",
        "550 5.7.1 Sender address rejected: User unknown in local recipient table",
    ];

    /// <summary>
    /// The words alone do not say whether the mailbox is missing or a filter spoke: where they come after DATA, or in a bounce
    /// that does not say when, <see cref="Filtered"/> stands for both readings.
    /// </summary>
    internal override bool Holds(Case c) => !Filtered.Takes(c) && !Carriers.RefusesSender(c) && !Suspend.IsDisabled(c);

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(1, 1) || c.StatusIs(1, 3) || c.StatusIs(1, 10) || c.StatusIs(1, 0) && c.Refusal.Phase != SmtpPhase.Mail;

    /// <summary>Exchange Online's 5.4.1 is its directory's refusal: the recipient's administrator knows whether the address should be there.</summary>
    internal override (Side Side, Owner Owner)? Whose(Case c) => c.StatusIs(4, 1) ? (Side.Recipient, Owner.RecipientAdmin) : null;
}
