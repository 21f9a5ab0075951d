using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP114: the domain takes no mail any more, or does not exist.</summary>
internal sealed class DomainDead : CauseRule
{
    public override Cause Cause { get; } = new("GP114", "domain-dead",
        "The recipient's domain does not exist, or takes no mail", Side.Recipient, Owner.Nobody)
    {
        Why = "The DNS says that the domain does not exist (NXDOMAIN), or its null MX record says that it takes no mail (RFC 7505): never registered, misspelt, expired, parked, suspended, or given up on purpose.",
        Plain = "{domain}, the part of the address after the @, does not exist or takes no mail.",
        Fixes =
        [
            new Fix(Owner.Sender, ["Check the spelling of the address.", "If it is right, the domain is gone: find another address for the recipient, and remove this one from lists."]),
            new Fix(Owner.RecipientDns, ["If the domain is yours: renew or unsuspend it at the registrar, and set its MX record."]),
        ],
        DoNot = ["Do not keep sending: mail to dead domains harms the sender's reputation."],
        Decides = "What do the domain's own name servers and its registry say?",
        References = ["RFC 7505", "RFC 5321 section 5.1", "RFC 3463 X.1.2, X.1.10"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "nxdomain", "null mx", "nullmx", "null-mx",
        "(host or domain name|domain name|domain|host name|hostname) (not found|does not exist|doesn't exist|is not found|was not found|couldn't be found|could not be found|not known) .. (host not found|not found|nxdomain|non-existent|nonexistent|does not exist)",
        "type mx host not found",
        "type a host not found",
        "type aaaa host not found",
        "(domain|host) (does not exist|doesn't exist|couldn't be found|could not be found|non-existent|nonexistent|has expired|expired)",
        "(no such|non-existent|nonexistent|unregistered|expired) (domain|host)>",
        "dns (error|lookup failure|type) .. (nxdomain|domain name not found|domain couldn't be found|responded with code nxdomain)",
        "domain (does not|doesn't) (accept|receive) (any |) (mail|email)",
        "(does not|doesn't) accept (mail|email) .. (null|rfc 7505|rfc7505)",
    ];

    public override IReadOnlyList<string> Unless => ["(sender|your|from|helo|ehlo|envelope|return-path) (address |address's |'s |) (domain|host) ", "sender address rejected", "helo command rejected", "(try again|servfail|temporary)"];

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.4.4 Host or domain name not found. Name service error for name=gone.example type=MX: Host not found",
        "556 5.1.10 <pat@gone.example>: Recipient address rejected: Domain gone.example does not accept mail (nullMX)",
        "DNS Error: DNS type 'mx' lookup of gone.example responded with code NXDOMAIN",
    ];

    public override IReadOnlyList<string> CounterExamples =>
        ["450 4.1.8 <a@gone.example>: Sender address rejected: Domain not found"];

    internal override QuestionKind Asks(Case c) =>
        c.Roles.RecipientDomain is not null && c.Known.Of(FactKind.MailRoute) is null
        && (FailedLookUp.Fits(c) || (c.Reason == Reason.NoRelaying && c.Roles.Role != HostRole.SendersOutgoing)) ? QuestionKind.MailRouting : QuestionKind.None;

    internal override Claim? Consider(Case c)
    {
        if (FailedLookUp.Fits(c) || (c.Reason == Reason.NoRelaying && c.Known.Is(FactKind.Refuser, "mx")))
        {
            if (ByEvidence(c) is { } proved) return proved;
        }

        return c.Reason is Reason.HostUnknown or Reason.NotAccept or Reason.NetworkError && c.Says(this) && !FailedLookUp.IsOfAnotherName(c)
            ? new Claim(c.Known.IsAny(FactKind.MailRoute, "records", "implicit") ? Confidence.Low : Confidence.High, c.Known.IsAny(FactKind.MailRoute, "records", "implicit")
                ? "the report quotes a DNS answer that the DNS does not give any more" : "the DNS answer is quoted in the report")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words quote the DNS answer", Cause.Id)] }
            : null;
    }

    private Claim? ByEvidence(Case c)
    {
        var life = c.Known[FactKind.DomainLife];
        var facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.DomainLife, FactKind.MailRoute, FactKind.Refuser) : [];
        if (life is "parked" or "expired" or "suspended")
            return new Claim(Confidence.High, $"the domain is {life}") { Facts = facts, Owner = Owner.RecipientDns };
        return c.Known[FactKind.MailRoute] switch
        {
            "nxdomain" => new Claim(Confidence.High, "the domain does not exist") { Facts = facts },
            "null" => new Claim(Confidence.High, "the domain's null MX record says that it takes no mail") { Facts = facts },
            "none" => new Claim(Confidence.High, "the domain has neither an MX record nor an address") { Facts = facts, Owner = Owner.RecipientDns },
            _ => null,
        };
    }
}
