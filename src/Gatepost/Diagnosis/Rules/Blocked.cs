namespace Gatepost.Diagnoses.Rules;

/// <summary>GP203: the client's address or host name is blocked.</summary>
internal sealed partial class Blocked : ReasonRule
{
    public override Reason Reason => Reason.Blocked;

    public override Cause Cause { get; } = new("GP203", "blocked", "The sending server's address or name is blocked", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The receiver refuses the connecting address or host name itself, whatever the message: it stands on a block list, in a range of home or dynamic addresses, or greeted with a name that the receiver does not take.",
        Plain = "{server} takes no mail from the server that sent your message, because its address is on a block list. The people who run that server must see to it; there is nothing wrong with your message.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "See which list the reply names, and look the address up there.",
                "Find out why it was listed (a taken-over account, an open proxy, an infected computer) and stop that first.",
                "Then ask the list, or the receiver's postmaster, to take the address off.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "If the address belongs to a home or dynamic range, send through the outgoing server of your provider instead.",
            ], OnlyIf: "The list is one of dynamic addresses (PBL, DUL), or the reply says to use the provider's server."),
            new Fix(Owner.RecipientAdmin,
            [
                "Put the sending address on the allow list, if it was blocked by mistake.",
            ], FixRisk.Low, OnlyIf: "The address is not on any list any more."),
        ],
        DoNot = ["Do not pay a list for removal: serious lists remove addresses free of charge once the cause is gone."],
        Decides = "Which list is it? The reply usually names it; `gatepost explain --live` looks the address up.",
        References = ["RFC 5782", "RFC 6471", "RFC 7505"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "554 5.7.1 <host.example.net[192.0.2.24]>: Client host rejected: Access denied",
        "554 5.7.1 Service unavailable; Client host [192.0.2.24] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.24",
        "550 5.7.1 IP address blacklisted by recipient",
        "550 5.7.606 Access denied, banned sending IP [192.0.2.24]. To request removal from this list please visit the page",
        "450 4.7.1 <c135.example.net[192.0.2.24]>: Client host rejected: may not be mail exchanger",
        "501 <alex@example.net>... no access from mail server [192.0.2.24] which is an open relay.",
        "550 5.7.0 <alex@example.net>... Please use the smtp server of your ISP.",
        "550-5.7.1 [192.0.2.24] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
        "550 Unfortunately, messages from 192.0.2.24 weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140).",
        "554 st11 ESMTP not accepting connections",
        "501 5.0.0 Invalid domain name",
        "554 5.7.1 <localhost>: Helo command rejected: Host not found",
        "550 5.7.1 Your IP has been blocked for sending spam",
        "554 IP=192.0.2.24 - A problem occurred. (DUL) dynamic IP",
        "553 5.3.0 Rejected: listed at dnsbl.sorbs.net",
        "421 Service refused: your server IP is on our blacklist",
        "554 5.7.1 reject: Client host bypassing service provider's mail relay: host.example.net",
        "550 Ihre IP-Adresse ist gesperrt",
        "521 5.2.1 : (CON:B1) Your IP is listed",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 Blacklisted URL in message. (example.com) in [black].",
        "553 5.1.8 Sender address rejected: your domain is in our blacklist of senders",
        "451 4.7.1 Greylisted, try again later",
    ];

    internal override bool HoldsWithoutWords(Case c) =>
        Greeting.TurnsAway(c) && c.Status is not { Subject: 4 }
        || c.Status is { Subject: 7, Detail: >= 606 and <= 649 };
}
