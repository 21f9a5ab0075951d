namespace Gatepost.Diagnoses.Rules;

/// <summary>GP229: too many connections.</summary>
internal sealed class TooManyConn : ReasonRule
{
    public override Reason Reason => Reason.TooManyConn;

    public override Cause Cause { get; } = new("GP229", "toomanyconn", "Too many connections or recipients at once", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The sending server has more connections open, opens them more often, or names more recipients in one message, than the receiver takes. It is a limit of pace, not a judgement on the message.",
        Plain = "The server that sent your message was too busy towards {server} at that moment. It usually goes through later.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Lower the number of connections to this destination (Postfix: smtp_destination_concurrency_limit), or the recipients in one message (smtp_destination_recipient_limit).",
                "Let the queue try again later.",
            ]),
        ],
        References = ["RFC 5321 section 4.5.3.1.10", "RFC 3463 X.5.3, X.3.2"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "too many (concurrent|simultaneous|open|smtp|parallel|recent|)(| )(connections|sessions|smtp sessions|connection|connects|conn)",
        "(connection|connections|session|sessions|concurrency|connect) (rate |frequency |count |number |)(limit|limits|limited|exceeded|throttl|restricted|too high)",
        "(maximum|max|limit of|number of|allowed) (number of |simultaneous |concurrent |)(smtp |)(connections|sessions|connects) .. (exceeded|reached|allowed|limit)",
        "(concurrent|simultaneous) (connections|sessions|smtp|connection)",
        "connection frequency limited",
        "(connections|connection) .. (exceeded|exceeds|over) .. (limit|maximum|allowed)",
        "too many (recipients|rcpts|rcpt to|users|addresses)",
        "(maximum|max) (number of |)recipients",
        "(recipients|recipient|rcpt) (limit|count|number) (exceeded|reached|is exceeded|too)",
        "exceed .. (recipients|recipient) .. (per|limit|message|connection|session)",
        "(connection|connections) .. rate .. (limit|exceeded|control)",
        "(ip|host|client|you) .. too many (connections|sessions|parallel)",
        "(unable to accept|not accepting) .. (more|new) connections",
        "(anvil|connection rate|connect rate) .. limit",
        "max .. (rcpts|recipients) .. (per|for|session|connection)",
        "server busy .. (connections|load)",
        "zu viele (verbindungen|empfaenger|empfänger|gleichzeitige)",
        "trop de (connexions|destinataires)",
        "(demasiadas conexiones|demasiados destinatarios|muitas conexoes|muitas conexões|troppe connessioni|troppi destinatari)",
        "(слишком много) (соединений|получателей|подключений)",
        "*接続数 .. *(超|制限)",
        "*连接数",
        "*并发连接",
        "*连接频率",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(this|per) (hour|day|minute)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 Connection frequency limited [Blocked IP 192.0.2.24].",
        "421 4.7.0 mail.example.org Error: too many connections from 192.0.2.24",
        "421 Too many concurrent SMTP connections; please try again later.",
        "452 4.5.3 Error: too many recipients",
        "421 4.4.5 Too many simultaneous connections. (TSC1)",
        "450 4.7.1 Error: connection rate limit exceeded",
        "421 Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]",
        "452 Too many recipients for this sender",
        "554 5.5.3 maximum number of recipients exceeded",
        "421 4.3.2 The maximum number of concurrent connections has exceeded a limit",
        "550 Zu viele Verbindungen",
        "421 Too many sessions opened",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "554 5.7.1 Client host [192.0.2.24] blocked using bl.example.net",
        "451 4.7.1 Rate limit exceeded",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(5, 3);
}
