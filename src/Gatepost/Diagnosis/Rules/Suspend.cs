using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP225: the recipient's account is suspended, locked or disabled.</summary>
internal sealed class Suspend : ReasonRule
{
    public override Reason Reason => Reason.Suspend;

    public override Cause Cause { get; } = new("GP225", "suspend", "The recipient's account is suspended, locked or disabled", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The address exists, and its account is out of use for now: locked, frozen, unpaid, inactive for long, or disabled by the administrator.",
        Plain = "The mailbox {recipient} exists, but {server} has closed it for now, so it takes no mail.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Tell the recipient by another way that their mailbox is closed.", "Ask for another address."]),
            new Fix(Owner.RecipientAdmin, ["Unlock or reactivate the account, or renew the domain's plan."]),
        ],
        DoNot = ["Do not remove the recipient after one such bounce: many accounts come back."],
        References = ["RFC 3463 X.2.1", "RFC 5248 X.7.13"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(account|accounts|mailbox) ~ temporarily (limited|restricted)",
        "(user|account|mailbox|recipient) .. (disabled|suspended|locked|frozen|deactivated|inactivated|discontinued|dormant|not active|not activated|administratively prohibited)>",
        "(user|account|mailbox|recipient) ~ (inactive|blocked|closed|cancelled|canceled|terminated|deleted|expired|turned off|not enabled|retired)",
        "(email|e-mail|mail) (address|account) ~ (disabled|suspended|locked|inactive|deactivated|discontinued|closed|expired)",
        "(disabled|suspended|inactive|deactivated|locked|frozen|expired|blocked|closed|dormant) ~ (user|account|mailbox|recipient|customer|email account)",
        "mailbox ~ (disabled|suspended|frozen|locked|currently suspended|unavailable or access denied)",
        "account (that you tried to reach is |)(disabled|inactive|suspended)",
        "user account (is |)(not enabled|unavailable|expired|overdue)",
        "(mailbox|account) .. not accepting (mail|messages)",
        "mailbox disabled .. not accepting messages",
        "not accepting messages .. mailbox",
        "(user|recipient|account|mailbox|domain|customer) ~ (not>|no longer) ~ (authorized to receive|allowed to receive|permitted to receive|able to receive|accepting|receiving) ~ (mail|email|messages)",
        "is not accepting mail at this time .. account",
        "(mailbox|account|user|recipient) .. has been suspended",
        "(service|mail|domain) ~ (suspended|disabled) for",
        "domain (is |has been |)(suspended|disabled|expired|deactivated)",
        "(account|mailbox|address|user) ~ no longer (active|in use|in service)",
        "boite du destinataire archivee",
        "p=disableduser",
        "user suspended",
        "delivery to this user is (blocked|disabled|suspended)",
        "(lpn|ofr)(007_426|006_426|005_426|_426)",
        // Other languages
        "(konto|postfach|benutzer|account|mailbox) .. (gesperrt|deaktiviert|inaktiv|stillgelegt)",
        "(compte|boite|adresse) .. (bloque|bloquee|suspendu|desactive|desactivee|ferme|inactif|cloture)",
        "(compte|boîte) .. (bloqué|désactivé|désactivée|fermé|fermée|suspendue)",
        "(cuenta|conta|buzon) .. (suspendida|bloqueada|desactivada|inactiva|suspensa|desativada|inativa)",
        "(casella|account|utente) .. (sospesa|sospeso|disabilitata|disabilitato|disattivata|disattivato|bloccata|bloccato)",
        "(account|postbus|mailbox) .. (geblokkeerd|geschorst|opgeheven|uitgeschakeld)",
        "konto .. (zablokowane|zawieszone|nieaktywne)",
        "(ящик|аккаунт|пользователь|учетная запись) .. (заблокирован|отключен|приостановлен|неактивен)",
        "*アカウントが停止",
        "*アカウントは無効",
        "*一時停止",
        "*账号已停用",
        "*帐号被禁用",
        "*用户被锁定",
        "*邮箱已被冻结",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(sender|sending|your) (account|address|user|mailbox|email|e-mail|domain)",
        "(ip|host|client|server) address",
        "address blocked",
        "(has blocked|blocked by recipient|blocked by the recipient|by recipient settings)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.2.1 The email account that you tried to reach is disabled.",
        "550 5.7.1 <pat@example.org>: Recipient address rejected: User pat@example.org temporary locked. Please try again later!",
        "525 5.7.13 <pat@example.org>: Recipient address rejected: User account disabled",
        "554 delivery error: dd This account has been disabled or discontinued [#102].",
        "550 Mailbox is frozen",
        "vdelivermail: account is locked email bounced pat@example.org",
        "550 5.5.0 Le compte du destinataire est bloque. The recipient account is blocked.",
        "550 5.2.1 mailbox disabled, not accepting messages",
        "550 5.2.1 This user has been suspended",
        "550 user account is expired",
        "550 5.1.1 Account inactive",
        "550 Ihr Postfach ist gesperrt",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.1 <pat@example.org>: inactive email address",
        "550 5.7.1 Your account has been suspended, contact support",
        "550 5.1.1 <pat@example.org>: User unknown",
    ];

    /// <summary>PowerMTA gives 5.2.1 (mailbox disabled) as its own finding, whatever the words; au's mail server says so in a sentence of its own above "user unknown".</summary>
    internal static bool IsDisabled(Case c) =>
        c.Refusal.Software is "powermta" && c.StatusIs(2, 1)
        || c.Refusal.Software is "ezweb" && c.Refusal.Explanation?.Contains("account is disabled", StringComparison.OrdinalIgnoreCase) == true;

    internal override bool HoldsWithoutWords(Case c) =>
        IsDisabled(c) || c.StatusIs(7, 13) || c.Code == 525 || c.StatusIs(2, 1) && c.Refusal.Phase is SmtpPhase.Rcpt;
}
