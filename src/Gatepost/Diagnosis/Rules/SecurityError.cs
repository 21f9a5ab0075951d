using Gatepost.Smtp;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP221: a security rule; includes failed logins.</summary>
internal sealed class SecurityError : ReasonRule
{
    public override Reason Reason => Reason.SecurityError;

    public override Cause Cause { get; } = new("GP221", "securityerror", "A security rule of the server forbids it", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The server refuses for a reason of security and says little: access is denied, a login is wanted or has failed, the recipient takes mail only from certain senders.",
        Plain = "{server} does not allow this message. Either a login is missing or wrong, or {recipient} takes mail only from certain senders.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "If the refusing server is your own outgoing server: check user name, password and that \"my server requires authentication\" is on; providers often want an app password.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "If the refusing server is the recipient's: allow senders from outside for this recipient (Exchange: RequireSenderAuthenticationEnabled $false), or name the sender in its list of allowed senders.",
            ], FixRisk.Low, OnlyIf: "The recipient is meant to get mail from outside."),
        ],
        Decides = "Who refused: the sender's own outgoing server, or one of the recipient's domain?",
        References = ["RFC 4954 section 6", "RFC 3463 X.7.1, X.7.8"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(security|access) (error|violation|problem|failure|restriction|check|policy|reasons|settings|denied|rule|rules|control|forbidden)",
        "(access|permission|authorization|authorisation) (is |was |)(denied|refused|not granted|failed|forbidden|restricted)",
        "(delivery|sender|client|sending|user|message|you|access|host|transaction|operation|recipient|action|mail) (is |are |was |)(not authorized|not authorised|unauthorized|not allowed to send|not permitted|prohibited|forbidden|denied)",
        "(authentication|authentification|login|log in|auth|authenticate|password|credentials|logon|sasl|account) (is |was |has |)(required|failed|failure|needed|unsuccessful|incorrect|invalid|rejected|error|mandatory|first|credentials|not accepted|not enabled|denied|aborted|exchange|mechanism|before|necessary|method|unavailable|too weak|disabled)",
        "(username|user name|user|login|password|credentials) (and|or|and/or) (password|username) (not accepted|incorrect|invalid|wrong|mismatch|are)",
        "(invalid|bad|incorrect|wrong|bad or missing|failed) (login|credentials|password|username or password|user name|authentication|username|auth|logon)",
        "(must|need to|please|have to|required to|requires) (be |)(authenticate|authenticated|log in|login|logged in|log on|sign in|smtp auth|smtp authentication|authentication|auth first|use auth|use smtp auth)",
        "(not|isn't|is not|wasn't|was not|are not) (authenticated|logged in|authorized|authorised)",
        "(unauthenticated|unauthorized|unauthorised|anonymous) (senders|sender|users|user|connections|client|access|is not|not allowed|mail from|clients)",
        "client was not authenticated",
        "(unrecognized|unsupported|unknown|invalid) authentication (type|mechanism|method)",
        "sender not authenticated",
        "(resolver.rst.authrequired|smtpauthrequired|rst.authrequired|authenticationrequired|resolver.rst.restricted)",
        "(sender|senders) authentication (is |)required",
        "(application-specific|app) password (is |)required",
        "(web login|web browser|browser) (is |)required",
        "(smtpclientauthentication|smtp auth) is disabled",
        "(account|user|sender|mailbox|your account) .. (not allowed|disabled|suspended|blocked|locked|not permitted|restricted) .. (send|sending|outbound|smtp|submission|outgoing|from sending)",
        "(your|sending|sender) (account|access|mailbox|user|domain) (is |has been |was |)(disabled|suspended|blocked|locked|restricted|limited|denied)",
        "(sending|outbound|outgoing) .. (blocked|disabled|suspended|restricted|paused|not allowed)",
        "(restricted|private|internal|protected) (recipient|recipients|address|list|group|mailbox|use only)",
        "(not allowed|not permitted|not authorized|unauthorized|unauthorised|prohibited|no permission) to (send|deliver|mail|submit|email|access|post)",
        "(recipient|address|group|mailbox) (is |)(restricted|only available|for internal use|not available to external|closed to external)",
        "only (internal|authenticated|authorized|local|trusted) (users|senders|mail|user|sender|clients)",
        "(external|outside|internet) (senders|mail|messages|email) .. (not allowed|not accepted|restricted|blocked|rejected|prohibited)",
        "(failed to delivery|5.7.6 failed)",
        "(bounceaccountsuspended|accountsuspended|5.1.8 access denied, bad outbound sender|bad outbound sender|as(201806271)|as(42004)|as(42003)|as(4810))",
        "(message|mail) (rejected|blocked) .. (security|dlp|data loss|confidential)",
        "(cryptographic|signature|certificate|key) (failure|error|invalid|verification|expired)",
        "(zugriff|zugang|anmeldung|authentifizierung) .. (verweigert|fehlgeschlagen|erforderlich|abgelehnt)",
        "(acces|accès|authentification|connexion) .. (refuse|refusé|refusee|interdit|requise|echouee|échouée)",
        "(acceso|acesso|accesso|autenticacion|autenticación|autenticação|autenticazione) .. (denegado|negado|negato|requerida|fallida|falhou|richiesta|fallita|obligatoria|necesaria)",
        "(toegang geweigerd|aanmelden mislukt)",
        "(доступ|аутентификация|авторизация) .. (запрещен|запрещён|не удалась|требуется|отклонен)",
        "(odmowa dostepu|odmowa dostępu|uwierzytelnienie)",
        "*認証に失敗",
        "*認証エラー",
        "*认证失败",
        "*身份验证",
        "*访问被拒绝",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(relay access denied|relaying denied|relay not permitted|to relay|for relay|relaying)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6",
        "550 5.7.1 RESOLVER.RST.AuthRequired; authentication required",
        "550 Anonymous access denied",
        "551 5.7.1 <pat@example.org>: Recipient address rejected: Delivery not authorized.",
        "535-5.7.8 Username and Password not accepted.",
        "550 5.7.1 Client was not authenticated",
        "550 5.7.0 access denied",
        "550 5.1.8 Access denied, bad outbound sender.",
        "550 5.7.6 Failed to delivery",
        "534 5.7.9 Application-specific password required.",
        "550 5.7.1 You are not authorized to send to this group",
        "535 Authentification refusée",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.4.1 Recipient address rejected: Access denied",
        "554 5.7.1 Client host rejected: Access denied",
    ];

    /// <summary>True for "Recipient address rejected: Policy violation" and no more: access to a recipient, no policy is named.</summary>
    internal static bool IsBarePolicy(Case c) =>
        c.Words.Contains("address rejected: Policy violation", StringComparison.OrdinalIgnoreCase);

    internal override bool HoldsWithoutWords(Case c) =>
        c.Status is { Subject: 7, Detail: 0 or 1 or 2 or 6 or 8 or 11 or 12 or 14 } || c.Code is 530 or 534 or 535 or 538 or 571;

    /// <summary>A failed login is the sender's; Exchange's restricted recipients are their own side's.</summary>
    internal override (Side Side, Owner Owner)? Whose(Case c) =>
        c.Refusal.Phase == SmtpPhase.Auth || c.Code is 530 or 534 or 535 or 538 || c.StatusIs(7, 8) ? (Side.Sender, Owner.Sender)
        : c.Words.StartsWith("RESOLVER.RST", StringComparison.OrdinalIgnoreCase) ? (Side.Recipient, Owner.RecipientAdmin)
        : null;
}
