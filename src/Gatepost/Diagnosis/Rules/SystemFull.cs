namespace Gatepost.Diagnoses.Rules;

/// <summary>GP228: the server's disk is full.</summary>
internal sealed class SystemFull : ReasonRule
{
    public override Reason Reason => Reason.SystemFull;

    public override Cause Cause { get; } = new("GP228", "systemfull", "The receiving server's disk is full", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The server, not one mailbox, has no room left on a disk or in its queue. It concerns every message to it until its administrator makes room.",
        Plain = "{server} has run out of disk space and can take no mail at the moment. It is not your doing.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "Free space where the queue and the mailboxes lie (`df -h`, `df -i`), and watch it from now on.",
                "Postfix refuses mail while less than 1.5 times message_size_limit is free (queue_minfree).",
            ]),
            new Fix(Owner.Sender, ["Send again later."]),
        ],
        References = ["RFC 3463 X.3.1", "RFC 5321 section 4.2.3 (452)"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "mail system full",
        "disk full condition",
        "(mail |file |)(system|disk|filesystem|file system|disc|partition|spool|volume|server storage|mail system|mailserver|hard disk|device|server|queue) (is |was |)full>",
        "(insufficient|not enough|out of|lack of|no|exceeded|low on|low) (system |disk |disc |server |free |queue |mail |)(storage|disk|disk space|space on device|space left on|diskspace|disc space|free space|queue space|spool space|system storage)",
        "no space left on device",
        "(insufficient|exceeded) (system |)storage( allocation|)>",
        "(disk|storage|filesystem|spool|queue) .. (full|exhausted|out of space|no space|run out)",
        "(requested mail action (not taken|aborted)) .. (insufficient system storage|exceeded storage)",
        "(system|server) (storage|disk) (full|exceeded|exhausted)",
        "(mail system|server) .. out of (disk|space|storage)",
        "queue (is |)(full|too long|too large)",
        "(festplatte|plattenplatz|speicherplatz) .. (server|system|voll)",
        "(disque plein|espace disque|disco lleno|disco cheio|disco pieno)",
        "(диск|места) .. (переполнен|недостаточно|нет)",
        "*ディスク .. *(不足|いっぱい|フル)",
        "*磁盘空间",
        "*磁盘已满",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(mailbox|inbox|quota|user) (is |)(full|exceeded|over)",
        "quota",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "452 4.3.1 Insufficient system storage",
        "452 4.3.1 Insufficient system resources (UsedDiskSpace): disk full",
        "451 4.3.0 Error: queue file write error: No space left on device",
        "550 5.3.1 Mail system full",
        "452 Requested action not taken: insufficient system storage",
        "451 out of disk space, try again later",
        "554 5.3.1 filesystem full",
        "452 4.3.1 not enough disk space",
        "431 The recipient's mail server is out of disk space",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "552 5.2.2 mailbox full",
        "552 5.2.2 Over quota",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(3, 1) || c.Code is 431 or 452 && c.Status is not { Subject: 5 or 7 };
}
