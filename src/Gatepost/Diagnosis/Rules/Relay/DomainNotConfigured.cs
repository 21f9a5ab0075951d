using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP111: the server is the domain's MX and does not think so.</summary>
internal sealed class DomainNotConfigured : CauseRule
{
    public override Cause Cause { get; } = new("GP111", "domain-not-configured",
        "The recipient's mail server does not know that it is responsible for the domain", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The server that takes mail in for the recipient's domain has no entry for that domain, so it takes a message for its own user for an attempt to relay. The sender did nothing wrong and cannot mend it.",
        Plain = "The mail server of {domain}, {server}, is not set up to accept mail for {domain}. It sent your message back as if the address were somebody else's.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "Add the domain to those that the server takes as its own (Postfix: mydestination, virtual_mailbox_domains or relay_domains; Exim: local_domains or relay_to_domains; Sendmail: local-host-names or relay-domains; Exchange and Microsoft 365: accepted domains; Google Workspace: add and verify the domain; cPanel: Email Routing, Local Mail Exchanger).",
                "Reload the server and send a test from outside.",
            ]),
            new Fix(Owner.RecipientDns, ["If the server is no longer the domain's, point the MX record at the one that is."]),
            new Fix(Owner.Sender, ["Tell the recipient by another way, and give them this report for their mail administrator."]),
        ],
        DoNot =
        [
            "Do not unsubscribe the recipient: the address is not at fault.",
            "Do not open the server for relaying to make the error go away: that makes an open relay.",
            "Never add a big provider's domain (gmail.com) to your own domains.",
        ],
        Decides = "Is the refusing host an MX of the recipient's domain?",
        References = ["RFC 5321 section 3.6.2 and 7.1", "Postfix: ADDRESS_CLASS_README"],
    };

    public override IReadOnlyList<string> Says => RelayWords.NotOurDomain;

    public override IReadOnlyList<string> Unless => ["rcpthosts", "allowed to be relayed"];

    public override IReadOnlyList<string> Examples =>
    [
        "550 We don't handle mail for example.org",
        "558 Relaying denied: domain not valid",
        "550 specified domain is not allowed",
        "550 5.1.2 this server is not responsible for example.org",
        "550 Route does not accept incoming messages",
    ];

    internal override QuestionKind Asks(Case c) => new MxEvidence(c.Known).Open(c);

    internal override Claim? Consider(Case c)
    {
        if (c.Reason != Reason.NoRelaying) return null;
        return c.Known.Of(FactKind.Refuser) is { Value: "mx" } ? ByEvidence(c) : ByWords(c);
    }

    private Claim? ByEvidence(Case c)
    {
        var mx = new MxEvidence(c.Known);
        if (!mx.RefuserIsMx || mx.NameServersDiffer || mx.IsDead || mx.IsImplicit || mx.Tie == "foreign") return null;
        var (confidence, because) = (mx.Answers, mx.Tie) switch
        {
            _ when !mx.IsDnsSound => (Confidence.Low, "whether the domain's name servers agree, or whether it is in use, is not known"),
            ("refuse-relay" or "mixed", "own") when mx.IsSettled => (Confidence.High, "the MX is rightly the domain's, and it refuses the domain itself"),
            ("refuse-relay" or "mixed", "own") => (Confidence.Medium, "the MX is rightly the domain's and refuses the domain; not everything else could be ruled out"),
            ("refuse-relay", "none") => (Confidence.Medium, "the MX refuses the domain itself; whether the MX record rightly names it is not proved"),
            ("defer" or "unreachable", "own") => (Confidence.Medium, "the MX is rightly the domain's; its refusal could not be repeated"),
            ("accept", _) => (Confidence.Low, "the MX takes the recipient now"),
            _ => (Confidence.Low, "whether the MX is rightly the domain's, or whether it still refuses, is not known"),
        };
        return new Claim(confidence, because)
        {
            Facts = mx.Facts(c, Cause.Id),
            Unknown = confidence == Confidence.High ? [] : [Rightly(c)],
        };
    }

    private Claim? ByWords(Case c)
    {
        var roles = c.Roles;
        if (roles.Role == HostRole.SendersOutgoing && roles.Sureness >= Confidence.Medium) return null;
        if (c.Known.Is(FactKind.Refuser, "no-mx")) return null;
        var inbound = roles.Role == HostRole.RecipientsMx && roles.Sureness >= Confidence.Medium;
        var said = c.Says(this);
        if (!inbound && !said) return null;
        List<Fact> facts = [];
        if (said && c.WantsFacts) facts.Add(Facts.Words(c, this, "the words say that the domain is not the server's", Cause.Id));
        if (inbound && c.WantsFacts) facts.Add(Facts.Role(roles, Cause.Id));
        return new Claim(inbound && (said || roles.Sureness == Confidence.High) ? Confidence.High : Confidence.Medium,
            inbound ? "the refusing host is on the recipient's side" : "the words say that the domain is not the server's")
        {
            Facts = facts,
            Unknown = inbound ? [Rightly(c)] : [],
        };
    }

    private static string Rightly(Case c) => c.Known.Is(FactKind.MxAnswers, "accept")
        ? "The MX hosts take this recipient now, asked from here. Has it been mended since, or do they refuse just the sender's server?"
        : "Does the MX record rightly name this server, or did the domain move elsewhere (then its DNS is to be mended, GP112)?";
}
