namespace Gatepost.Diagnoses.Rules;

/// <summary>GP202: poor reputation of the sending address or domain.</summary>
internal sealed class BadReputation : ReasonRule
{
    public override Reason Reason => Reason.BadReputation;

    public override Cause Cause { get; } = new("GP202", "badreputation", "The sending address or domain has a poor reputation", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The receiver keeps a score of the sending address, network or domain, from complaints, spam traps and volume, and the score is too low. It is the receiver's own score, not a public list.",
        Plain = "{server} distrusts the server that sent your message, because of mail that came from it before. The people who run that server must mend this; there is nothing wrong with your message.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Look for what spoiled the score: a taken-over account, a list with many dead addresses, a sudden rise in volume, complaints.",
                "Stop that first; then send little, to recipients who asked for it, and raise the volume slowly.",
                "Register with the receiver's postmaster pages (Gmail Postmaster Tools, Outlook SNDS, Yahoo Sender Hub) to watch the score.",
            ]),
            new Fix(Owner.Sender, ["Send by another way meanwhile, or wait some hours and try again."]),
        ],
        DoNot = ["Do not change the sending address to get round the score: new addresses start with none, and the cause comes with you."],
        References = ["RFC 6449", "M3AAWG Sender Best Common Practices"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "(ip|domain|sender|sending|sender's|server|senderbase|url|host|network|address|host's|network's|client|your|low|poor|bad|very low|insufficient|negative|lack of|no|mail server) (address |ip |domain |sender |sending |mail |)reputation",
        "reputation (of|is|score|too low|has|for|based|service|problem|filter|problems|issue|issues)",
        "(due to|because of|has a|have a|with) .. reputation",
        "(poor|low|bad|negative) (sender score|senderscore|karma|sbrs)",
        "senderscore",
        "(relay|relaying) ... (is|are) (currently |still |) listed (at|in|on|by|with)",
        "(sender|your) (score|sbrs|karma) (is |)(too low|too bad|low|below)",
        "unexpected volume or user complaints",
        "(user|recipient|spam|too many) complaints",
        "(complaint|spam) rate .. (high|too)",
        "permanently deferred",
        "temporarily rate limited due to ip",
        "(likely suspicious|suspicious) due to .. (low|reputation)",
        "(p=unsolicitedratelimiterror|p=ratelimitediperror)",
        "(sending|your) (ip|server) .. (behaviour|behavior|history)",
        "tss0(4|7|9|11)",
        "(untrusted|not trusted) (sender|ip|network|host)",
        "trust .. (score|level|rating) .. low",
        "(reputation|reputacion|reputación|reputação|reputazione|réputation) .. (ip|dominio|domaine|insuffisante|mala|ruim|baja|baixa)",
        "schlechte reputation",
        "репутаци",
        "*信誉 .. *(低|差)",
        "*信誉度",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "421 4.7.0 [TSS04] Messages from 192.0.2.24 temporarily deferred due to unexpected volume or user complaints",
        "451 4.7.650 The mail server [192.0.2.24] has been temporarily rate limited due to IP reputation.",
        "550-5.7.1 [192.0.2.24] Our system has detected that this message is likely suspicious due to the very low reputation of the sending IP address.",
        "550-5.7.1 [192.0.2.24] Our system has detected that this message is likely suspicious due to the very low reputation of the sending domain.",
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
        "421 4.7.0 [TSS07] Messages from 192.0.2.24 permanently deferred; Retrying will NOT succeed.",
        "550 5.7.1 Sender reputation too low",
        "554 5.7.1 Poor Reputation Sender",
        "450 4.7.1 Domain reputation is below the threshold",
        "550 Rejected: senderscore of 192.0.2.24 is 12",
        "550 5.7.1 Mail refused: bad IP reputation",
        "421 mail server IP reputation problem, try again later",
        "550 5.7.1 Relaying denied: 192.0.2.24 is listed at bl.example.org",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "554 5.7.1 Service unavailable; Client host [192.0.2.24] blocked using zen.spamhaus.org",
        "550 5.7.1 Message rejected as spam",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.Status is { Subject: 7, Detail: 650 };
}
