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

    internal override bool NeedsWords => true;

    internal override Claim? Consider(Case c) => null;
}
