using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP208: refused for this recipient after the message was seen, or by a filter.</summary>
internal sealed class Filtered : ReasonRule
{
    public override Reason Reason => Reason.Filtered;

    public override Cause Cause { get; } = new("GP208", "filtered", "The recipient's side does not take this message for this recipient", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The server refused only after it had seen the message, or did not say when. \"User unknown\" at that stage can mean two things: there is no such mailbox, or a filter of the recipient refuses this sender or this message and does not say so. Mobile carriers in particular answer both in the same words.",
        Plain = "{server} did not take your message for {recipient}. Either there is no such mailbox, or a filter of the recipient turns messages like yours away.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Check the address letter by letter.", "Ask the recipient by another way whether the address works and whether they filter unknown senders."]),
            new Fix(Owner.RecipientAdmin, ["The recipient allows the sender in their filter settings, or their administrator finds the message in the filter's log."]),
        ],
        DoNot = ["Do not remove the recipient after one such bounce: the address may be right."],
        Decides = "Does the address exist? A message from another sender, or the recipient by phone, tells.",
        References = ["RFC 3463 X.1.1, X.2.1, X.7.1"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        .. UserUnknown.Words,
        "(message|mail|email|e-mail) ~ (rejected|refused|blocked|filtered|denied) by ~ (recipient's|user's|recipient|user|personal|local) ~ (filter|rule|mail filter|settings|policy|preferences)",
        "(recipient|user) ~ (blocked|rejected|filtered|does not accept|refuses|is not accepting) ~ (you|your|mail from you|email from you|messages from you|mail from this sender|this sender)",
        "because the recipient is (only |not )accepting (mail|messages) from",
        "the recipient is only accepting",
        "only (accepting|accepts) (mail|messages|email) from",
        "due to extended inactivity",
        "(recipient|user) .. (refused to accept|refuses to accept|not accepting mail from|has opted out)",
        "(blocked|refused|rejected) by (recipient|user|addressee) ~ (settings|filter|preferences|blacklist|block list|blocklist)",
        "user refused to receive",
        "recipients was rejected by a remote mail server",
        "user reject",
        "message (filtered|rejected by filter)",
        "you have been blocked by the recipient",
        "we have a limit on mail filtering",
        "(resolver.rst.notauthorized|resolver.rst.sendernotauthenticated)",
        "state (15|17|18)>",
        "http error .. user .. filter",
        "blocked by> .. (sieve|personal filter)",
        "(sieve|mail filter) .. (reject|discard)",
        "*受信拒否",
        "*フィルタにより",
        "*被收件人拒",
        "*收件人设置",
    ];

    public override IReadOnlyList<string> Unless => UserUnknown.SaysElse;

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized",
        "550 5.7.1 Message rejected by the recipient's filter",
        "554 5.7.1 The recipient has blocked you",
        "550 5.2.1 The user you are trying to contact is only accepting mail from specific email addresses",
        "550 5.7.1 Message has been blocked by recipient settings",
        "554 5.7.1 message filtered",
        "550 5.7.0 refused by user filter",
        "554 554 5.7.0 not taken (state 18)",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.1 <pat@example.org>... User unknown",
        "550 No such user here",
    ];

    internal override (Side Side, Owner Owner)? Whose(Case c) =>
        c.Words.StartsWith("RESOLVER.RST", StringComparison.OrdinalIgnoreCase) ? (Side.Recipient, Owner.RecipientAdmin) : null;

    /// <summary>
    /// True where "no such user" may be a filter's word: after DATA, or in a bounce that does not say when; not with a status
    /// of the address itself, nor from servers known to look the user up only then.
    /// </summary>
    internal static bool Takes(Case c)
    {
        if (c.Status is { Subject: 1, Detail: not 2 } || LooksUpLate(c)) return false;
        return c.Refusal.Phase switch
        {
            SmtpPhase.Data or SmtpPhase.EndOfData => true,
            SmtpPhase.Unknown => c.Refusal.Format switch
            {
                InputFormat.Bounce => c.WordsAreTheReply,
                InputFormat.Dsn => c.WordsAreTheReply && c.StatusIs(2, 1),
                _ => false,
            },
            _ => false,
        };
    }

    internal override bool Holds(Case c) => !Carriers.RefusesSender(c) && !Suspend.IsDisabled(c);

    internal override bool HoldsWithoutWords(Case c) =>
        c.StatusIs(2, 1) && c.Refusal.Phase is not (SmtpPhase.Rcpt or SmtpPhase.Mail) || c.StatusIs(1, 4) || SpokeAfterMessage(c);

    /// <summary>A notice of Gmail's older form tells the state: refused once the whole message was there.</summary>
    internal static bool SpokeAfterMessage(Case c) =>
        c.Refusal is { Format: InputFormat.Bounce, Software: "gmail", Phase: SmtpPhase.EndOfData };

    /// <summary>Yahoo's "delivery error: dd", Orange's "Adresse d'au moins un destinataire invalide", and servers that report on their own mailboxes.</summary>
    private static bool LooksUpLate(Case c) =>
        c.Words.StartsWith("delivery error", StringComparison.OrdinalIgnoreCase)
        || c.Words.StartsWith("Adresse d", StringComparison.OrdinalIgnoreCase)
        || c.Words.StartsWith("The recipient name is not", StringComparison.OrdinalIgnoreCase)
        || c.Refusal.Software is "domino" or "imail" or "verizon" or "powermta" or "interscan" or "office365"
        || c.StatusIs(4, 1);
}
