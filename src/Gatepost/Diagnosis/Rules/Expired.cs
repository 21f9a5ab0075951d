using Gatepost.Refusals;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP206: not delivered in the time allowed.</summary>
internal sealed partial class Expired : ReasonRule
{
    public override Reason Reason => Reason.Expired;

    public override Cause Cause { get; } = new("GP206", "expired", "Not delivered in the time allowed", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The sending server tried again and again, and gave up, or is still trying. The last attempts failed for now only: no answer, no connection, or a \"try later\".",
        Plain = "The mail server has tried to reach {server} for some time without success, and has given up or is still trying. The fault may lie on either side.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "If the notice says that it will go on trying, do nothing.",
                "Otherwise send again later, or reach the recipient by another way.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "Read the last attempts in the log: they say what failed (timeout, refused, deferred).",
                "Connect by hand from that server to port 25 of the recipient's MX. If no foreign port 25 answers, the provider blocks it.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "Check that the MX hosts are up and reachable from outside on port 25.",
            ], OnlyIf: "Others cannot reach the server either."),
        ],
        Decides = "Which attempt failed, and how? The log of the sending server has the last replies.",
        References = ["RFC 5321 section 4.5.4.1", "RFC 3463 X.4.1, X.4.2, X.4.7"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "connect to mail.example.org[192.0.2.25]:25: Connection timed out",
        "554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>",
        "550 5.4.316 Message expired, connection refused",
        "Envelope expired",
        "all hosts have been failing for a long time and were last tried after this message arrived",
        "retry timeout exceeded",
        "Could not deliver for the last 432000 seconds. Giving up.",
        "Your message was not delivered within 0 days and 1 hours. Remote host is not responding.",
        "The recipient server did not accept our requests to connect. [mail.example.org 192.0.2.25: timed out]",
        "Delivery failed 20 attempts: pat@example.org",
        "Message could not be delivered for 5 days Message will be deleted from queue",
        "Host not reachable",
        "conversation with mail.example.org[192.0.2.25] timed out while receiving the initial server greeting",
        "4.4.1 delivery temporarily suspended: connect to example.org[192.0.2.25]:25: Connection timed out",
        "Warning: message still undelivered after 4 hours",
        "lost connection with mail.example.org[192.0.2.25] while sending message body",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "421 4.7.0 Too many connections",
        "mailbox is full: retry timeout exceeded",
        "550 5.1.1 User unknown",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        c.StatusIs(4, 7) || c.StatusIs(4, 1) || c.StatusIs(4, 2) || c.StatusIs(4, 316) || c.Refusal.Kind == RefusalKind.Delayed;
}
