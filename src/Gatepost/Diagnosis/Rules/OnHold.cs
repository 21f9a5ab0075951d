using Gatepost.Refusals;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP217: something is known, too little to say what.</summary>
internal sealed class OnHold : ReasonRule
{
    public override Reason Reason => Reason.OnHold;

    public override Cause Cause { get; } = new("GP217", "onhold", "Put off or refused; the reply says too little to tell why", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The reply is one of the general ones, or a temporary refusal by design (greylisting): the sending server tries again by itself. Without more words, the log of either server has to tell.",
        Plain = "{server} did not take your message for now and did not say why. If it was only put off, it goes through later by itself.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "If it is temporary, wait: the queue tries again; greylisting lets the second or third attempt in.",
                "If it lasts, look up the whole reply in the log of the sending server.",
            ]),
            new Fix(Owner.RecipientAdmin, ["Look up the refusal in the server's log by its time and the recipient."]),
        ],
        References = ["RFC 6647", "RFC 3463 X.0.0"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(greylist|greylisted|greylisting|graylist|graylisted|graylisting|grey listed|gray listed|grey-listed|grey listing|postgrey)",
        "on hold",
        "(temporary|temporarily|transient) (failure|rejection|rejected|deferred|deferral|refused|unavailable|delayed|blocked|error|problem|delivery|reject|not|unable|failed|block|lookup failure)",
        "(try|retry) (again|later|your|the|back|it|in|after)",
        "please (try|retry|resend|wait|come back)",
        "(could not be|cannot be|couldn't be|can't be|was not|not be) delivered",
        "due to a recipient error",
        "(delivery|message|mail) (deferred|delayed|postponed|queued|on hold)",
        "(deferred|defer)>",
        "(requested|mail) (mail |)action (not taken|aborted)",
        "(delivery|delivering) (failure|failed|problem|not possible|error|unsuccessful)",
        "(failed to deliver|failure delivering|undeliverable|undelivered|unable to deliver|not deliverable|can't deliver|cannot deliver)",
        "(come back|try) (later|again) (in|after)",
        "(later erneut|spaeter|später) .. (versuchen|wieder)",
        "(reessayer|réessayer|essayer plus tard|ultérieurement|ulterieurement)",
        "(intente|intentelo|inténtelo|tente|riprova|riprovare) .. (mas tarde|más tarde|novamente|nuevamente|più tardi|tarde)",
        "(probeer het later|sprobuj|spróbuj)",
        "(попробуйте|повторите) .. (позже|позднее|попытку)",
        "(серый список|грейлистинг)",
        "*しばらくして",
        "*再送",
        "*稍后",
        "*请稍候",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.0.0 <pat@example.org>: Recipient address rejected: On hold.",
        "450 4.0.0 Temporary failure",
        "451 4.3.0 This message could not be delivered due to a recipient error. Please try again later.",
        "450 4.2.0 <pat@example.org>: Recipient address rejected: Greylisted, see the help page",
        "451 4.7.1 Greylisting in action, please come back later",
        "451 Try again later",
        "450 4.7.1 Please try again in 300 seconds",
        "554 Delivery failure",
        "421 4.7.0 Try again later, closing connection",
        "450 Deferred",
        "451 4.7.1 Message deferred",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "452 4.2.2 Mailbox over quota, try again later",
        "421 4.7.0 Too many connections, try again later",
    ];

    /// <summary>General words yield to a status that says more.</summary>
    internal override bool Holds(Case c) =>
        !Greeting.TurnsAway(c) && !Exits.IsLocalAgent(c) && c.Status is not ({ Subject: 1 or 2 or 3 or 4, Detail: > 0 } or { Subject: 6 });

    internal override bool HoldsWithoutWords(Case c) => c.Status is not null || c.Code is >= 400 || c.Refusal.Format is InputFormat.Bounce && c.Refusal.Reply.Text.Length > 0;
}
