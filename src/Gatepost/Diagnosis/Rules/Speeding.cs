namespace Gatepost.Diagnoses.Rules;

/// <summary>GP223: too many messages in too short a time.</summary>
internal sealed class Speeding : ReasonRule
{
    public override Reason Reason => Reason.Speeding;

    public override Cause Cause { get; } = new("GP223", "speeding", "Too many messages in too short a time", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The sender, its server, or the recipient has passed a limit on messages for a length of time. Most of these refusals end by themselves.",
        Plain = "Too many messages were sent in a short time, so {server} put yours off. It usually goes through later.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Let the queue try again later; temporary refusals are delivered by themselves.",
                "Lower the rate for this destination (Postfix: smtp_destination_rate_delay and a small concurrency limit).",
                "If nobody sends that much on purpose, look for a taken-over account or a loop.",
            ]),
            new Fix(Owner.Sender, ["Wait for the length of time in the reply and send again in smaller lots."]),
        ],
        References = ["RFC 3463 X.4.5, X.7.0", "RFC 4865"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "try again slower",
        "rate (limit|limited|limits|limiting|exceeded|control|throttl|too high)",
        "(rate-limit|ratelimit|rate-limited|throttled|throttling|throttle|speeding)",
        "(exceed|exceeded|exceeds|exceeding|over|reached|hit) .. (rate|hourly|daily|per hour|per day|per minute|sending limit|sending quota|message limit|messages limit|sending rate|email limit|send limit|outbound limit|24 hour|24-hour|24h|submission limit)",
        "(hourly|daily|per hour|per day|per-hour|per minute|sending|24-hour|submission|outbound|relay) (message |mail |email |sending |)(limit|quota|rate|cap) .. (exceed|exceeded|reached|over)",
        "(too many|too much) (messages|mails|emails|e-mails|recipients|rcpts|letters|bounces|invalid recipients) .. (hour|minute|day|today|recently|short|time|second|interval|this session)",
        "too (many|much) (messages|emails|mails|mail) (from|sent|to this|received|in)",
        "(sent|sending|received|receiving) .. too (many|fast|quickly|much|frequently|rapidly)",
        "has sent to too many recipients",
        "receiving mail (at a rate|too quickly|too fast)",
        "(mail|messages|email) .. at a rate that",
        "at a rate that prevents",
        "(unusual rate|unusually high rate|high rate|excessive rate) of (unsolicited |)(mail|email|messages)",
        "(too fast|slow down|sending too quickly|please slow|too rapidly)",
        "(please |)try again slowly",
        "(please |)reduce .. sending rate",
        "(please |)decrease .. rate",
        "(message|mail|email|recipient|rcpt) (frequency|rate|count|volume) .. (limited|exceeded|limit|too high)",
        "(frequency|volume) (limit|limited|exceeded)",
        "(exceeded|over) .. (messages|emails|mails|recipients) (per|allowed|in)",
        "(sending|send|mail|message) (limit|limits|quota) (exceeded|reached|has been|for)",
        "max message per connection",
        "daily (user |)(sending |)(quota|limit)",
        "(resources|quota|limit) .. (temporarily|temporarly) .. (exceeded|too many)",
        "excessive (mail|message|email|sending|recipients)",
        "(temporarily|currently) (rate limited|throttled|deferred due to volume)",
        "p=receivingrate",
        "server busy please try again later from",
        "p=unsolicitedrate",
        "max_messages_per",
        "(4.7.28|ratelimitexceeded|quotaexceeded|submissionquotaexceeded)",
        "(zu viele|limit) .. (nachrichten|mails|e-mails|stunde|überschritten)",
        "(trop de|limite) .. (messages|envois|mails|depasse|dépassée)",
        "(demasiados|limite de|límite de) .. (mensajes|envio|envío)",
        "(muitas mensagens|limite de envio)",
        "(слишком много|превышен лимит|превышен) .. (писем|сообщений|отправки)",
        "*送信数 .. *制限",
        "*发送频率",
        "*频率 .. *限制",
        "*发送数量",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "ip reputation",
        "low reputation",
        "(mailbox|inbox) .. (full|quota exceeded)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.1.1 <pat@example.org> - 192.0.2.24 has sent to too many recipients this hour. IB607",
        "421 4.7.28 Gmail has detected an unusual rate of unsolicited mail originating from your IP address.",
        "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.",
        "450 4.7.1 Error: too much mail from 192.0.2.24",
        "452 Too many recipients received this hour",
        "451 4.7.1 Rate limit exceeded, try again later",
        "550 5.4.5 Daily user sending quota exceeded.",
        "421 Throttled - try again later",
        "450 4.7.1 You've exceeded your sending limit to this domain",
        "554 Domain example.net has exceeded the max emails per hour (150/150 (100%)) allowed. Message discarded.",
        "451 4.3.0 Mail server temporarily rejected message: message rate too high",
        "550 5.7.233 Message rejected: tenant exceeded the daily recipient rate",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "452 4.5.3 Error: too many recipients",
        "421 Too many connections from your host",
        "552 5.2.2 quota exceeded",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(7, 28);
}
