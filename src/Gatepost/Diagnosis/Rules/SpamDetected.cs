namespace Gatepost.Diagnoses.Rules;

/// <summary>GP222: taken for spam.</summary>
internal sealed partial class SpamDetected : ReasonRule
{
    public override Reason Reason => Reason.SpamDetected;

    public override Cause Cause { get; } = new("GP222", "spamdetected", "Taken for spam", Side.Sender, Owner.Sender)
    {
        Why = "A content filter on the receiving side scored the message as unsolicited: its text, a link in it, its attachments, or the way it was sent. The reply rarely says which.",
        Plain = "A filter at {server} took your message for unwanted advertising and did not deliver it.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Write again with other words: plain text, no shortened links, no odd attachments, a real subject.",
                "Ask the recipient to put your address on their list of wanted senders.",
            ]),
            new Fix(Owner.SendingAdmin,
            [
                "Check SPF, DKIM and DMARC, and whether links in the message are on a domain block list (URIBL, SURBL, DBL).",
                "Report the message to the receiver's postmaster as wrongly refused, with the id in the reply.",
            ]),
            new Fix(Owner.RecipientAdmin,
            [
                "Find the message in the filter's log by the id in the reply, and allow the sender.",
            ], FixRisk.Low, OnlyIf: "The message was wanted."),
        ],
        DoNot = ["Do not send the same message again and again: that makes the score worse."],
        References = ["RFC 3463 X.7.1", "RFC 6650"],
    };

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.1 Message content rejected, UBE, id=12345-01-22",
        "554 5.6.0 This message has been scored as spam with a probability of more than 90%",
        "550-REJECTED - Blacklisted URL in message. (example.com) in [black]. See http://lookup.uribl.com.",
        "550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]",
        "500 5.6.1 Message content rejected",
        "550-5.7.1 [192.0.2.24] Our system has detected that this message is likely unsolicited mail. To reduce the amount of spam sent to Gmail, this message has been blocked.",
        "554 5.7.1 Message rejected because it was considered spam",
        "550 High probability of spam",
        "554 rejected due to spam content",
        "550 5.7.1 This message appears to be unsolicited commercial email",
        "554 5.7.1 The message from (<alex@example.net>) with the subject of (Hello) matches a profile the Internet community may consider spam. Please revise your message before resending.",
        "552 5.2.0 Spam score too high (12.3)",
        "550 Message identified as SPAM by rspamd, score 17",
        "550 Diese Nachricht wurde als Spam eingestuft",
        "550 Ваше письмо похоже на спам",
        "554 Reject by content spam",
        "571 Message Refused: spam content detected",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "554 5.7.1 Service unavailable; Client host [192.0.2.24] blocked using zen.spamhaus.org",
        "550 5.7.1 Your IP has been blocked for sending spam",
        "550 5.1.1 <spam@example.org>: User unknown",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.Status is { Subject: 7, Detail: 350 or 511 };
}
