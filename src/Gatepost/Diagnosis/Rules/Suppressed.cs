namespace Gatepost.Diagnoses.Rules;

/// <summary>GP224: the sending platform has the recipient on its suppression list.</summary>
internal sealed class Suppressed : ReasonRule
{
    public override Reason Reason => Reason.Suppressed;

    public override Cause Cause { get; } = new("GP224", "suppressed", "The sending platform has the recipient on its suppression list", Side.Sender, Owner.Sender)
    {
        Why = "The sending service did not even try: the recipient is on its own list of addresses that bounced, complained or unsubscribed before.",
        Plain = "The service that sends your mail did not send this message, because earlier mail to {recipient} came back or was complained about.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Look the address up in the service's suppression list: the reason stands there.",
                "Take it off the list only if you know that the mailbox works and the recipient wants the mail.",
            ]),
        ],
        References = ["Amazon SES: account-level suppression list", "SendGrid: Suppressions"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(suppression|suppress|suppressed|suppressions) (list|lists|recipient|address|email|by|due|for|because)",
        "(is |was |been |address |recipient |email |on the |on your |account |account-level |global |your account's |our |in the )(suppressed|suppression list)",
        "(bounced|unsubscribed|spam reporting|spam report|dropped|invalid) (address|addresses|email address)",
        "recipient address .. (suppressed|suppression)",
        "(bounced address|unsubscribed address|spam reporting address|recipient list over package quota|invalid smtpapi header)",
        "previously (bounced|complained|unsubscribed|hard bounced)",
        "(not delivering|not sent|will not be sent|dropped|not attempted|not attempting|discarded) .. (previously|bounced|suppressed|unsubscribed|suppression|complaint|complained|spam complaint)",
        "(recipient|address|user) .. (unsubscribed|opted out|hard bounce list)",
        "(recipient|address|user) .. inactive .. suppressed",
        "(recipient|address|user) .. marked .. inactive",
        "(too many|multiple|repeated) (previous |)(hard |)bounces",
        "you tried to send to (a recipient|recipients) that (has|have) been marked as inactive",
        "(inactive recipient|inactive recipients|inactiverecipient|hardbounce or a spam complaint)",
        "(local|sender) (blacklist|suppress list) .. bounced",
        "send hold",
        "*配信停止リスト",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "Amazon SES did not send the message to this address because it is on the suppression list for your account.",
        "550 5.1.1 Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address.",
        "Bounced Address",
        "Unsubscribed Address",
        "Spam Reporting Address",
        "Not delivering to previously bounced address",
        "605 Not delivering to a user who marked your messages as spam: suppression list",
        "You tried to send to a recipient that has been marked as inactive. Inactive recipients are ones that have generated a hard bounce or a spam complaint.",
        "Recipient is on the account-level suppression list",
        "554 5.7.1 recipient suppressed by sender's request",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.1 User unknown",
        "550 5.2.1 The email account that you tried to reach is disabled.",
    ];
}
