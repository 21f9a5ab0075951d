namespace Gatepost.Diagnoses.Rules;

/// <summary>GP227: the server has a fault.</summary>
internal sealed class SystemError : ReasonRule
{
    public override Reason Reason => Reason.SystemError;

    public override Cause Cause { get; } = new("GP227", "systemerror", "The receiving server has a fault", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The server says that something of its own does not work: its configuration, a directory or database, a file, a service behind it. Often it passes by itself.",
        Plain = "{server} has a technical fault and could not take your message. It is not your doing.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "Look the message up in the server's own log: the reason stands there.",
                "Check the services that the mail server depends on (directory, database, filter, storage).",
            ]),
            new Fix(Owner.Sender, ["Send again later.", "If it lasts, tell the recipient by another way."]),
        ],
        References = ["RFC 3463 X.3.0, X.3.5", "RFC 5321 section 4.2.3 (421, 451, 554)"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(file|queue|spool) write error",
        "(internal|system|server|service|configuration|config|local|software|database|backend|upstream|processing|application|critical|fatal|unexpected|general|directory) (error|failure|fault|problem|errors|malfunction|configuration error|config error|trouble|exception)",
        "(local|temporary|internal|server|system) (error in processing|configuration|config|software|server|resource) (error|problem|failure|unavailable)",
        "(service|server|system) (is |)(currently |temporarily |)(unavailable|not available|shutting down|down|busy|not responding|unable|refused|suspended)",
        "service refuse",
        "(transaction|queueing|processing|storage) failed",
        "(system config|configuration|config|mis-configured|misconfigured|misconfiguration|incorrectly configured|not configured|server configuration)",
        "(unable|failed|failure|cannot|can't|could not|couldn't) (to |)(contact|connect to|reach|access|bind to|query|open|read|write|create|lock|load|fork|start|execute|initialize|allocate|parse|process|store|save|append|queue|rename|stat|chdir|lstat|get|load drd) .. (ldap|database|server|file|directory|socket|policy|milter|message|process|mailbox|maildir|spool|lock|config|db|mysql|backend|service|table|map|library|store|domain|queue|drd)",
        "(ldap|database|mysql|sql|db|nis|milter|directory|postgresql|radius) (server |service |lookup |query |)(error|failure|failed|problem|unavailable|not available|down|timeout|lookup|temporarily|is not|connection)",
        "(no such file or directory|i/o error|input/output error|read-only file|bad file|segmentation|out of memory|cannot allocate memory|resource temporarily unavailable|not enough memory|core dumped|too many open files)",
        "(unable|cannot|could not|failed) to (deliver|complete) .. (multiple retries|after multiple|internal|system)",
        "unable to deliver message after",
        "(duplicated|duplicate) message-id",
        "(mail|smtp) (system|server|service) (is |)(not working|broken|offline|out of order|full of|in maintenance|under maintenance)",
        "(maintenance|technical) (mode|window|problem|problems|difficulties|work|issue|issues)",
        "(proxy|filter|scanner|content filter|antivirus|virus scanner|spam filter) (is |has |)(error|unavailable|failed|failure|timeout|not responding|down|crashed)",
        "(mail|message|delivery) (could not be|cannot be|was not) (processed|handled|queued|stored)",
        "(unable|failed) to (process|queue|accept|handle|route|relay|parse|store|read|spool) (this |the |your |)(message|mail|request|command|email|data)",
        "(smtp|remote) protocol error",
        "remote protocol error",
        "interrupted system call",
        "(local|mail) (delivery|mailbox) (failed|failure|error|lock)",
        "(error|problem|failure) .. (processing|while processing|in processing|writing|opening|reading|handling|storing|delivering|accessing|in the mail system|on the server)",
        "(could not|couldn't) load .. (domain|rcpt|user)",
        "(unexpected|unknown|unspecified|undefined|unhandled|unrecoverable) (error|failure|exception|condition|problem)",
        "(upstream|backend|internal server|temporary server|temporary system|server internal|system internal) (error|failure|problem)",
        "(timeout|timed out|time out) .. (waiting for|from) .. (milter|filter|scanner|policy|backend|proxy)",
        "(insufficient|not enough|out of|low) (system |server |)resources",
        "(could not|unable to|failed to|cannot) (determine|identify|find) .. (transport|mailer|delivery agent|mail host|home)",
        "(bad|invalid|wrong|missing) (configuration|config|transport|mailer|owner|permissions|alias|forward|group)",
        "(alias|aliases|forward|list) .. (loop|expansion|unsafe|broken|database|out of date|rebuild|nest)",
        "(world|group)( |-)writable",
        "local configuration",
        "local error in processing",
        "mail server (temporarily|is) (rejected|refused|out)",
        "(mta|smtp server) .. (misconfigured|configuration|badly)",
        "system (i/o|table|file|incorrectly)",
        "insufficient permission",
        "(unable|cannot|failed) to (verify|authenticate) .. (user database|backend)",
        "(proc|process) .. (exited|failed|crashed|died) .. (signal|status)",
        "unsupported mail destination",
        "(exchange|storedrv|queue manager|information store) .. (exception|fail|failed|error|quarantine)",
        "(systemfehler|interner fehler|serverfehler|konfigurationsfehler|technische)",
        "(erreur interne|erreur systeme|erreur système|erreur du serveur|service indisponible|veuillez reessayer|veuillez réessayer|veuillez essayer plus tard)",
        "(error interno|error del sistema|erro interno|erro do sistema|errore interno|errore di sistema|servicio no disponible|servizio non disponibile)",
        "(interne fout|systeemfout)",
        "(внутренняя ошибка|ошибка сервера|сервер недоступен|временная ошибка)",
        "(blad wewnetrzny|błąd wewnętrzny|blad serwera|błąd serwera)",
        "*システムエラー",
        "*サーバエラー",
        "*内部エラー",
        "*系统错误",
        "*系统繁忙",
        "*服务器错误",
        "*服务器忙",
        "*内部错误",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(blocked|listed|blacklist|blacklisted) (using|by|at)",
        "client host",
        "not configured to relay",
        "(no space|disk full|system storage|insufficient storage)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "554 5.3.0 <pat@example.org>: Recipient address rejected: Internal system error",
        "451 4.3.0 Error: queue file write error: local error in processing",
        "451 Could not load DRD for domain (example.org) rcpt (pat@example.org)",
        "554 Transaction failed",
        "Unable to contact LDAP server. (#4.4.3)",
        "554 Service currently unavailable",
        "421 4.3.0 Upstream error, please check the documentation for possible reasons why",
        "421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later.",
        "553 5.3.5 system config error",
        "451 4.3.5 Server configuration problem",
        "451 4.3.0 Temporary server error. Please try again later. PRX4",
        "Unable to deliver message after multiple retries, giving up.",
        "451 4.7.1 Service unavailable - try again later",
        "450 4.3.2 Service currently unavailable",
        "432 4.3.2 STOREDRV.Deliver; unexpected exception",
        "451 Temporary local problem: internal error",
        "550 Interner Fehler",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "452 4.3.1 Insufficient system storage",
        "554 5.7.1 Service unavailable; Client host [192.0.2.24] blocked using zen.spamhaus.org",
        "554 5.4.6 Too many hops",
    ];

    internal override bool Holds(Case c) => !Greeting.TurnsAway(c);

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(3, 5) || c.StatusIs(3, 0) && c.Code != 451 && c.Code is not null || c.StatusIs(1, 9);
}
