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

    public override IReadOnlyList<string> Says { get; } =
    [
        "quota (issue|issues)",
        "(user|account|mailbox|recipient|inbox|user's mailbox|recipient's mailbox|address|mail box|email account|maildir|mail folder|mail drop|maildrop|in-box|incoming mailbox|mailfolder|user's inbox|destination mailbox) (is |are |was |has been |currently |is currently |)(full>|over quota|overquota|over-quota|quota exceeded|over the quota|quota full|too full|almost full|out of space|over its quota|over size|over limit)",
        "(over|exceed|exceeds|exceeded|exceeding|above|would exceed|has exceeded|reached|hit) (its |the |their |his |her |your |allowed |maximum |)(disk |storage |mail |mailbox |user |account |inbox |)(quota|storage limit|space limit|size allowed|mailbox size|allowed size|message quota|disk space limit|storage space|quota limit|storage capacity)",
        "(disk|storage|mail|mailbox|user|account|recipient|message|user's|domain|disc|space|his|her|inbox|soft|hard|recipient's|group|folder) quota (has been |is |was |would be |limit |)(exceed|exceeded|full|reached|violation|used up|over|exhausted|overdrawn)",
        "quota (exceed|exceeded|is full|violation|is exceeded|exceeds|full|has been exceeded|limit reached|for|check|usage|is over|reached|error)",
        "(out of|insufficient|not enough|no|no more|lack of|run out of) (storage|disk|mailbox|quota|account|mail) (space|quota|room|storage) (in|for|available|left|on) .. (mailbox|user|recipient|account|quota|inbox)",
        "(not enough|insufficient|no) (storage|disk|space|room|quota) (space |)(available |left |)(for|in) (this |the |his |)(user|account|mailbox|recipient|message)",
        "(mailbox|mail box|user|account|recipient) .. (full>|over quota|overquota|quota exceeded|out of space|no space left|has no space)",
        "(mailbox|mail box|user|account|recipient) .. exceeded .. quota",
        "(full|overfull) (mailbox|inbox|mail box|user mailbox)",
        "(over quota|overquota|over-quota|mailbox full|mailfull|mailboxfull|quotafull|user_over_quota|overquotatemp)",
        "(mailbox|inbox|user mailbox|account) (size |storage |message |)(limit|capacity) .. (exceed|exceeded|reached|over|would)",
        "(exceeds|exceed|exceeded|reached) .. (mailbox|inbox|folder|user) (size|limit|capacity|storage|quota)",
        "number of messages in .. mailbox",
        "(too many|maximum number of) (messages|mails|emails) (in|on|for) (this |the |user's |)(mailbox|inbox|user|folder|account|server)",
        "(mailbox|user|account) .. too (many messages|much mail|big)",
        "(recipient|user) .. (quota|storage)",
        "(mailbox|spool|folder|maildir|inbox) .. (would exceed|over|exceeds|exceeded|beyond) .. (limit|quota|size|storage)",
        "exceed mailbox quota",
        "(size|message|mail) .. (would exceed|exceeds) .. quota",
        "(disc|disk) quota",
        "(mailbox|account) (storage|space) (is |)(full|exceeded|exhausted)",
        "(p=overquota|answer/6558|answer=6558|p=overquotaperm|p=overquotatemp)",
        "no space left for this user",
        "insufficient (system |)storage .. (mailbox|user|recipient)",
        "maildir delivery failed .. quota",
        "delivery failed .. over quota",
        "(ofr|lpn)(_417|005_417|999_417|007_417|006_417|_513 |004_417)",
        "resolver.rst.quota",
        "(storage quota|email quota|mail quota|quota has been)",
        "storedrv.deliver .. quota",
        "quotaexceededexception",
        "bytes .. over .. quota",
        "not able to receive .. (full|quota)",
        "mail (quota|storage) (exceeded|full|limit)",
        "(postfach|mailbox|speicherplatz|briefkasten|konto) .. (voll|ueberfuellt|überfüllt|erschöpft|erschoepft|quota)",
        "(speicherplatz|quota) .. (ueberschritten|überschritten|erschoepft)",
        "(boite|boîte|compte|messagerie) .. (pleine|plein|saturee|saturée|quota depasse|quota dépassé)",
        "quota (depasse|dépassé|atteint)",
        "(buzon|buzón|casilla|cuenta) .. (lleno|llena|excedido|superado|sin espacio)",
        "(cuota|quota) .. (excedida|superada|superata|esaurita)",
        "(caixa|caixa postal|conta) .. (cheia|lotada|excedida)",
        "(casella|cassetta|mailbox) .. (piena|pieno|esaurita)",
        "(postbus|mailbox) .. vol>",
        "(skrzynka|skrzynki) .. (pelna|pełna|przepelniona|przepełniona)",
        "(ящик|почтовый ящик|квота) .. (переполнен|заполнен|превышена|переполнена)",
        "(превышена|исчерпана) .. квота",
        "*メールボックス .. *(いっぱい|満|容量)",
        "*容量 .. *(超|オーバー|いっぱい)",
        "*受信箱 .. *いっぱい",
        "*邮箱已满",
        "*邮箱空间",
        "*邮箱容量",
        "*收件箱已满",
        "*信箱已滿",
        "*空间不足",
        "*메일함 .. *초과",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(sending|hourly|daily|relay|outbound|submission|per hour) (quota|limit|message)",
        "(user sending|rate) quota",
        "message size exceeds",
        "disk full condition",
        "mail system full",
        "(per hour|per day|this hour)",
    ];

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
