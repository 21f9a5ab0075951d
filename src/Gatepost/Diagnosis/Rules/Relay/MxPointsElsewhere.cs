using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP112: the MX record names a server that is not this domain's. Needs facts from DNS.</summary>
internal sealed class MxPointsElsewhere : CauseRule
{
    public override Cause Cause { get; } = new("GP112", "mx-points-elsewhere",
        "The domain's MX record names a server that is not this domain's", Side.Recipient, Owner.RecipientDns)
    {
        Why = "The MX record of the recipient's domain names a server that never served the domain, or no longer does. That server rightly refuses.",
        Plain = "The entry that tells other servers where to deliver mail for {domain} points to the wrong server.",
        Fixes =
        [
            new Fix(Owner.RecipientDns,
            [
                "Set the domain's MX record to the servers that the present mail provider names, and remove the old ones.",
                "Ask every name server of the domain for the new record (dig MX DOMAIN @NAMESERVER) until all agree.",
            ]),
            new Fix(Owner.Sender, ["Tell the recipient by another way, and give them this report for whoever runs their domain."]),
        ],
        DoNot = ["Do not unsubscribe the recipient: the address is not at fault."],
        Decides = "Which provider does the recipient's organisation use, and do its MX records name that provider's servers?",
        References = ["RFC 5321 section 5"],
    };

    internal override bool NeedsWordsOrFacts => true;

    internal override QuestionKind Asks(Case c) => new MxEvidence(c.Known).Open(c);

    internal override Claim? Consider(Case c)
    {
        var mx = new MxEvidence(c.Known);
        if (c.Reason != Reason.NoRelaying || !mx.RefuserIsMx || mx.NameServersDiffer || mx.IsDead) return null;
        if (mx.IsImplicit)
        {
            return mx.Answers == "refuse-relay"
                ? new Claim(Confidence.Medium, "there is no MX record, so mail goes to the domain's own address, and the server there does not take it")
                {
                    Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.MailRoute, FactKind.Refuser, FactKind.MxAnswers, FactKind.MxAnswer) : [],
                }
                : null;
        }

        if (mx.Tie != "foreign") return null;
        return mx.Answers switch
        {
            "refuse-relay" => new Claim(mx.IsSettled ? Confidence.High : Confidence.Medium, mx.IsSettled
                ? "the MX record names a server that refuses the domain, and the domain's other records name another provider"
                : "the domain's other records name another provider; not everything else could be ruled out") { Facts = mx.Facts(c, Cause.Id) },
            "defer" or "unreachable" => new Claim(Confidence.Medium,
                "the domain's other records name another provider; the refusal could not be repeated") { Facts = mx.Facts(c, Cause.Id) },
            null => new Claim(Confidence.Low, "what the MX hosts say is not known"),
            _ => null,
        };
    }
}
