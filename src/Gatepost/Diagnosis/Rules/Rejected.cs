using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP219: the envelope sender is refused.</summary>
internal sealed partial class Rejected : ReasonRule
{
    public override Reason Reason => Reason.Rejected;

    public override Cause Cause { get; } = new("GP219", "rejected", "The sender's address is refused", Side.Sender, Owner.Sender)
    {
        Why = "The server does not take mail from this sender: the address or its domain does not exist or cannot be checked, it is on a list of unwanted senders, or it is not a member of the list or group that the message was for.",
        Plain = "{server} does not take mail from {sender}.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Check that the From address in your mail program is spelled right and can receive mail.",
                "For a mailing list or group: join it, or write from the address that is a member.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "Give the sender's domain an MX or A record, and let the address accept a callback.",
                "Do not let programs send with addresses such as root@localhost: set a real envelope sender.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "Allow the sender, if the address or domain is on a list by mistake.",
            ], FixRisk.Low, OnlyIf: "The sender's address exists and receives mail."),
        ],
        References = ["RFC 5321 section 4.1.1.2", "RFC 3463 X.1.7, X.1.8", "RFC 7505 section 4.2"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "553 5.1.8 <root@host.example.net>... Domain of sender address root@host.example.net does not exist",
        "501 5.1.8 Sender address rejected",
        "450 4.1.8 <alex@example.invalid>: Sender address rejected: Domain not found",
        "550 5.2.0 <alex@example.net> From: Domain is invalid. Please provide a valid From: IB506",
        "553 5.1.0 xyzzy example.net does not exist E2110",
        "You are not a member of this mailing list <list@example.org>.",
        "550 Sender verify failed",
        "553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)",
        "550 5.7.1 Sender address rejected: User unknown in local recipient table",
        "554 5.7.1 <alex@example.net>: Sender address rejected: Access denied",
        "550 Verification failed for <alex@example.net> Sender verify failed",
        "551 sender refused",
        "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
        "553 5.7.1 <alex@example.net>: Sender address rejected: not owned by user pat@example.net",
        "550 Mail from <> rejected: null sender not allowed",
        "550 5.7.1 your domain is on our sender blacklist",
        "550 Absenderadresse abgelehnt",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.1 <pat@example.org>: Recipient address rejected: User unknown",
        "550 5.1.2 <pat@example.invalid>... Host unknown",
    ];

    /// <summary>Google Groups has one notice for groups that are not there and for senders who may not post.</summary>
    internal override bool HoldsForReporter(Case c) => c.Refusal is { Software: "googlegroups", Reply.Code: null };

    internal override bool HoldsWithoutWords(Case c) =>
        c.StatusIs(1, 8) || c.StatusIs(1, 7) || Carriers.RefusesSender(c)
        || c.Refusal.Phase == SmtpPhase.Mail && c.Code is 550 or 553 or 501 && c.Refusal.Phase == SmtpPhase.Mail;
}
