namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>
/// GP190: a relay denial. As a reason it gathers all the words of relaying; as a cause it stands where the facts at hand
/// cannot say which of GP101 to GP117 it is.
/// </summary>
internal sealed class NoRelaying : ReasonRule
{
    public override Reason Reason => Reason.NoRelaying;

    public override Cause Cause { get; } = new("GP190", "undetermined",
        "A relay denial that the facts at hand cannot place", Side.Undetermined, Owner.Undetermined)
    {
        Why = "The server would not pass the message on. From the sender's own outgoing server these words mean \"log in\"; from a server that takes mail in for the recipient's domain they mean that it does not know the domain. The text alone cannot tell which.",
        Plain = "{server} refused to pass your message on to {recipient}. The report does not show whether the fault is on your side or on the recipient's.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Find out whether the refusing server is one of the recipient domain's mail servers (its MX record names them).",
                "If it is, the recipient's side must mend it: its server does not know the domain, or the MX record is out of date.",
                "If it is your own outgoing server, turn on the login (authentication) in the program that sends.",
            ]),
        ],
        DoNot = ["Do not unsubscribe the recipient before it is clear whose fault it is."],
        Decides = "Is the refusing host an MX of the recipient's domain, and did the client log in?",
        References = ["RFC 5321 section 3.6.2 and 7.1", "RFC 3463 X.7.1"],
    };

    public override IReadOnlyList<string> Says => RelayWords.Plain;

    public override IReadOnlyList<string> Unless => [.. DistrustedAsOpenRelay.Words, "(limit|quota|rate)>", "(is|are) (currently |still |) listed (at|in|on|by|with)"];

    public override IReadOnlyList<string> Examples =>
    [
        "554 5.7.1 <pat@example.org>: Relay access denied",
        "454 4.7.1 <pat@example.org>: Relay access denied",
        "550 relay not permitted",
        "550 5.7.1 <pat@example.org>... Relaying denied",
        "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
        "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain",
        "550 5.7.1 Unable to relay",
        "550 5.1.2 Relay not allowed.",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.7.1 Service unavailable; client [192.0.2.1] blocked using relays.example.org",
        "550 5.7.1 Message rejected as spam",
        "452 4.3.1 daily relay quota exceeded",
        "550 5.7.1 Relaying denied: 192.0.2.1 is listed at bl.example.org",
        "550 5.7.1 <pat@example.org>: Recipient address rejected: Access denied",
        "554 5.7.1 <mail.example.org[192.0.2.1]>: Client host rejected: Access denied",
        "550 5.7.1 The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
    ];

    // Which cause it is may stay open while it is clear on whose side it lies.
    internal override (Side Side, Owner Owner)? Whose(Case c) =>
        new MxEvidence(c.Known).RefuserIsMx ? (Side.Recipient, Owner.Undetermined) : null;
}
