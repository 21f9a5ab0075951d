namespace Gatepost.Diagnoses.Rules;

/// <summary>GP205: larger than the recipient may receive.</summary>
internal sealed class ExceedLimit : ReasonRule
{
    public override Reason Reason => Reason.ExceedLimit;

    public override Cause Cause { get; } = new("GP205", "exceedlimit", "The message is larger than this recipient may receive", Side.Sender, Owner.Sender)
    {
        Why = "The server would take the message; this recipient's own limit on the size of a message does not allow it.",
        Plain = "Your message is larger than {recipient} may receive. Send it without the attachment, or with a smaller one.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Leave the attachment out and send a link to the file, or make it smaller."]),
            new Fix(Owner.RecipientAdmin,
            [
                "Raise the recipient's limit (Exchange: MaxReceiveSize).",
            ], FixRisk.Low, OnlyIf: "Larger messages are wanted."),
        ],
        References = ["RFC 3463 X.2.3"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(message|mail|email) (is |)too (large|big) for (this|the) (recipient|user|mailbox|account)",
        "resolver.rst.recipsizelimit",
        "recipsizelimit",
        "(recipient|user|mailbox|recipient's|user's) .. (message |)(size|length) limit",
        "(exceeds|larger than|over|exceeded) .. (the recipient|recipient's|user's|the user|mailbox) .. (size|limit|maximum)",
        "message (length|size) .. (exceeds administrative limit|administrative limit)",
        "message length exceeds",
        "too large for .. (recipient|mailbox|user)",
        "(recipient|user) (cannot|can't|does not|doesn't|may not) (accept|receive) .. (size|large|this big)",
        "(nachricht|mail) .. zu gro .. empf",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(fixed|system|maximum permitted|databytes)",
        "523",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient",
        "552 5.2.3 Message too big for this user",
        "552 5.2.3 Message size exceeds the recipient's limit",
        "550 5.2.3 message length exceeds administrative limit",
        "552 5.2.3 mail is too large for the mailbox",
        "550 the user does not accept messages of this size",
        "552 larger than the recipient allows: size limit 5 MB",
        "552 Message exceeds the user's message size limit",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "552 5.3.4 Message too large",
        "552 5.2.2 mailbox full",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(2, 3);
}
