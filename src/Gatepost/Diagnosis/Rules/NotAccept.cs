namespace Gatepost.Diagnoses.Rules;

/// <summary>GP215: the host takes no mail.</summary>
internal sealed class NotAccept : ReasonRule
{
    public override Reason Reason => Reason.NotAccept;

    public override Cause Cause { get; } = new("GP215", "notaccept", "The host or domain takes no mail", Side.Recipient, Owner.RecipientDns)
    {
        Why = "The domain says that it takes no mail (a null MX record), names no mail host at all, or the host that was reached answers that it does not accept mail (521, 556).",
        Plain = "The domain {domain} takes no mail at all, so nothing can be delivered to {recipient}.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Check the part of the address after the @: many organisations have mail at another domain than their web site."]),
            new Fix(Owner.RecipientDns,
            [
                "If the domain shall have mail, replace the null MX (`MX 0 .`) by the name of its mail server, or add an MX record.",
            ], FixRisk.Low, OnlyIf: "The domain is meant to have mail."),
        ],
        References = ["RFC 7505", "RFC 7504", "RFC 5248 X.3.2, X.1.10"],
    };

    public override IReadOnlyList<string> Says { get; } =
    [
        "null mx",
        "(nullmx|null-mx|mx 0 .)",
        "(domain|host|server|host/domain|system|site|machine) (does not|doesn't|do not|will not|is not|not) (accept|accepting|receive|receiving|take|taking) (any |)(mail|email|e-mail|messages|smtp|incoming|network messages|inbound)",
        "(does not|doesn't|do not|not) (accept|receive|handle) (any |)(mail|email|e-mail) (from|here|at all|according|for any)",
        "doesn't receive email",
        "(no|not have|have no|has no|without|missing|empty|lacks|couldn't find|could not find|can't find|no valid|don't have|cannot find|invalid|unable to find) (a |an |any |valid |)(mx|mail exchanger|mx record|mx records|mail exchangers|mx host|mx hosts|mx or a)",
        "(mx|mail exchanger) (record |records |)(not found|missing|does not exist|doesn't exist|not configured|points to nowhere|is empty)",
        "smtp protocol returned a permanent error",
        "(system|server|host) (is |)not accepting (network messages|mail|messages|email|incoming)",
        "not accepting network messages",
        "(this|the) (host|server|machine|domain|system|mailserver) (never |)(accepts no mail|takes no mail|refuses all mail|rejects all mail|does not run a mail|has no mail|is send only|is send-only|is outbound only)",
        "(no mail|mail not|smtp not) (accepted|service) (here|at this|on this host)",
        "(accepts no mail|mail service not available here)",
        "(send-only|send only|outbound only|no-reply domain)",
        "destination has no .. mx",
        "(domain|domaine) .. (nimmt keine|n'accepte pas|no acepta|não aceita|non accetta) .. (mail|correo|email|mails|messages)",
    ];

    public override IReadOnlyList<string> Unless =>
    [
        "(sender|mail from|return address|sender's)",
        "(right now|at this time|try again|temporarily|from dynamic|from your)",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "556 5.1.10 <pat@example.org>: Recipient address rejected: Domain example.org does not accept mail (nullMX)",
        "Domain name has null MX record (RFC 7505)",
        "521 5.3.2 <pat@example.org>: Recipient address rejected: System not accepting network messages.",
        "Sorry, I couldn't find a mail exchanger or IP address. (#5.4.4)",
        "No mx record found for domain=example.org",
        "host/domain does not accept mail",
        "DNS Error: DNS type 'mx' lookup of example.org responded with code NOERROR The domain example.org doesn't receive email according to the administrator: returned Null MX",
        "521 mail.example.org does not accept mail",
        "550 This host has no mail service",
        "Domain has no MX records",
        "521 5.2.1 : this server does not accept email",
        "550 5.1.2 Domain example.org has no valid mail exchangers",
    ];

    public override IReadOnlyList<string> CounterExamples =>
    [
        "550 5.1.2 Host unknown",
        "421 not accepting mail right now, try again later",
        "550 5.7.1 We do not accept mail from dynamic IPs",
    ];

    internal override bool HoldsWithoutWords(Case c) => c.StatusIs(3, 2) && !c.IsTemporary || c.Code is 521 or 556;
}
