using Gatepost.Refusals;

namespace Gatepost.Diagnoses.Rules;

/// <summary>GP206: not delivered in the time allowed.</summary>
internal sealed class Expired : ReasonRule
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

    public override IReadOnlyList<string> Says { get; } =
    [
        "(connection|connect|session|read|write|operation|conversation|command|network|host|server|remote|response|socket|lookup|delivery|smtp|transaction|attempt|communication|data|conn|dialog) (has |was |is |)(timed out|timedout|timeout|time out|timed-out)",
        "(timed out|timeout|time out|timed-out) (while|during|waiting|in|on|after|exceeded|connecting|with|for|error|occurred|from|of|to|reading|when|writing)",
        "(connection|connect|connections) (refused|was refused|reset|closed|dropped|lost|aborted|failed|failure|terminated|died|broken|interrupted) .. (timeout|deferred|retry|expired)",
        "lost connection",
        "(message|delivery|queue|mail|envelope|email|retry|time|lifetime|deadline|period|delivery time|retry time|retry timeout|ttl) (has |was |is |time |)(expired|expire|exceeded|has passed|elapsed|ran out|timed out)",
        "(message|mail|e-mail|email) .. (could not be|couldn't be|not be|cannot be|was not|wasn't|has not been|not) delivered (for|after|within|in) .. (day|days|hour|hours|minutes|too long|weeks|seconds|attempts|time)",
        "(has been|been|was) in the queue too long",
        "(in the queue|in queue|on queue|queued) .. (too long|for too|expired|maximum)",
        "retry time not reached .. (after a long|for any|host)",
        "(retry timeout exceeded|retry time exceeded|maximum retry|max retry|retries exceeded|too many retries|too many attempts)",
        "all hosts .. (failing|have been failing|unreachable|failed) .. (long time|for a long|too long)",
        "(delivery|deliver|attempt|attempts|tried|retry|retries|delivering) (failed |has failed |)(after |for |)(attempts|times|hours|days|many attempts)",
        "delivery failed .. attempts",
        "(could not|couldn't|unable to|cannot|not able to|failed to) deliver (the message |message |mail |it |)(for the last|after|within|in|for) .. (seconds|days|hours|attempts|minutes|retries|tries)",
        "giving up .. (after|on|too|delivery)",
        "(will be deleted|deleted) from queue",
        "(message|mail) will be (retried|resent|re-tried|tried again) (for|until)",
        "(was not|not|has not been) delivered within",
        "(remote host|host|server|recipient server|destination server|mail server|it|mx) (is |did |are |has |does |)(not responding|not respond|not reachable|unreachable|down|unavailable|not answer|no response|not available)",
        "(host|server|mx) (or network |)(is |)(unreachable|not reachable|down)",
        "not reachable>",
        "(recipient server|destination server|remote server) (did not|didn't) accept our requests to connect",
        "(connect|connecting|connection) to .. (timed out|timeout|operation timed)",
        "(no answer|no response|not responded|failed to respond|no reply) (from|by) (host|server|the|remote|destination)",
        "(still undelivered|still being tried|delivery is delayed|message delayed|has been delayed|is delayed|delayed for more|warning message still)",
        "delivery .. (delayed|deferred) .. (hours|days|retried|expire)",
        "(envelope expired|message expired|mail expired|queue expired|time expired)",
        "(delivery time|delivery period|queue lifetime|maximum time|time limit|time-out|allowed time|transit time) .. (expired|exceeded|elapsed|ended|reached)",
        "(unable|failed|not able) to connect (successfully |)to .. (destination|mail server|remote|host)",
        "(being |)unable to connect (successfully|to)",
        "unable to reach .. (host|server|mx)",
        "4.4.7",
        "delivery (expired|attempts expired|retry)",
        "too old",
        "(zeitueberschreitung|zeitüberschreitung|nicht erreichbar|zeitlimit|zustellversuche)",
        "(delai|délai) .. (depasse|dépassé|expire|expiré)",
        "(tiempo|plazo) .. (agotado|espera|expirado)",
        "(tempo|prazo) .. (esgotado|expirado|scaduto|limite)",
        "(время|срок|тайм-аут|таймаут) .. (истекло|истек|истёк|ожидания|превышен)",
        "(не отвечает|не доступен|недоступен) .. сервер",
        "(przekroczono|limit) .. czas",
        "*時間内",
        "*タイムアウト",
        "*応答がありません",
        "*配送を断念",
        "*超时",
        "*连接失败",
        "*多次尝试",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(mailbox|quota) .. full",
        "command time limit",
        "after multiple retries",
        "(host|domain) not found",
        "reverse dns",
        "account expired",
        "(certificate|password|account|license|licence) (has |is |)expired",
    ];

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
