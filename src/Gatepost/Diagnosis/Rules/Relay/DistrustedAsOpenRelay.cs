namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP141: the receiver says that the sending host is an open relay.</summary>
internal sealed class DistrustedAsOpenRelay : CauseRule
{
    public static IReadOnlyList<string> Words { get; } =
    [
        "(as|is|are|known|suspected|listed|be|from|by|being|seems|appears|possibly|via|through|abused|compromised|misconfigured|insecure|unsecured|which is|called|considered|open proxy or) (a |an |known |suspected |possible |) open (mail |smtp |) (relay|proxy)",
        "(listed|blocked|blacklisted|blocklisted|block|found|detected|rejected|banned|refused) .. (open relay|open relays|open-relay|open smtp relay|open mail relay)",
        "open relay .. (list|listed|database|detected|found|blocked|blacklist|blocklist|tested|test)",
        "(your|sending|remote|client|originating) (mail |) (server|host|mta|system|ip) .. open (mail |smtp |) relay",
        "(no|reject|refuse|block|blocking) (mail |connections |) (from|access from) (open|insecure|unsecured) (mail |smtp |) relay",
        "(insecure|unsecured) (mail |smtp |) relay",
        "open relays (are|will) ",
        "(host|server|ip) .. allows (third party|third-party|open|unauthorized|anonymous) relay",
    ];

    public override Cause Cause { get; } = new("GP141", "distrusted-as-open-relay",
        "The receiver takes the sending server for an open relay", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The refusing server says that the host which connected to it relays mail for anybody, or that a list names it as one. This is a judgement on the sending server, not a relay denial.",
        Plain = "{server} does not take mail from the server that sent your message, because it believes that server lets strangers send through it.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Prove that the sending server does not relay for strangers: from outside its networks, without a login, offer it a recipient that is not its own; it must refuse.",
                "If it accepts, close it first: demand a login, and cut the list of trusted networks to your own.",
                "Look the server's address up in the list that the reply names, and ask for removal there once the server is closed.",
            ]),
        ],
        DoNot = ["Do not ask for removal from a list before the server is closed: it is listed again within hours."],
        Decides = "Does the sending server accept a recipient that is not its own, from a stranger without a login? Is its address on the list that the reply names?",
        References = ["RFC 5321 section 7.1", "RFC 2505 section 2.1"],
    };

    public override IReadOnlyList<string> Says => Words;

    public override IReadOnlyList<string> Unless => ["{isnt} (a |an |) open (mail |smtp |) relay", "not (your|a|an|the) (open |mail |) relay"];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.1 Mail from 192.0.2.1 refused: listed as an open relay",
        "554 Service unavailable; Client host [192.0.2.1] blocked: open relay, see http://lists.example.org/",
        "501 <pat@example.org>... no access from mail server [192.0.2.55] which is an open relay.",
        "550 Insecure Mail Relay",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 this is not an open relay, so get lost",
        "451 Open relay not allowed",
    ];

    internal override bool NeedsWords => true;

    internal override Claim? Consider(Case c) =>
        c.Says(this) ? new Claim(Confidence.High, "the words name the sending server, not the recipient") : null;
}
