using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP113: a move between mail providers is under way. Needs facts from DNS and SMTP.</summary>
internal sealed class MigrationInProgress : CauseRule
{
    public override Cause Cause { get; } = new("GP113", "migration-in-progress",
        "The domain is moving between mail providers", Side.Recipient, Owner.RecipientDns)
    {
        Why = "Name servers still give different answers, or old and new servers both stand in the MX record, and the old one no longer takes the domain's mail.",
        Plain = "{domain} is being moved to another mail provider, and the move is not finished.",
        Fixes =
        [
            new Fix(Owner.RecipientDns,
            [
                "Remove the old provider's servers from the MX record, at every name server.",
                "Keep the domain configured at the old provider until the records' lifetime (TTL) has passed.",
            ]),
            new Fix(Owner.Sender, ["Send the message again in a day or two."]),
        ],
        DoNot = ["Do not unsubscribe the recipient: the address is not at fault."],
        Decides = "Do all name servers of the domain give the same MX records, and do all the servers in it take the domain's mail?",
        References = ["RFC 1034 section 4.3.5"],
    };

    internal override bool NeedsWordsOrFacts => true;

    internal override QuestionKind Asks(Case c) => new MxEvidence(c.Known).Open(c);

    internal override Claim? Consider(Case c)
    {
        var mx = new MxEvidence(c.Known);
        if (c.Reason != Reason.NoRelaying || !mx.RefuserIsMx || mx.IsDead) return null;
        if (mx.NameServersDiffer)
            return new Claim(Confidence.High, "the domain's name servers give different MX records") { Facts = mx.Facts(c, Cause.Id) };
        if (mx is { Answers: "mixed-providers", Tie: "none", IsDnsSound: true })
            return new Claim(Confidence.Medium, "one of the domain's MX hosts takes its mail, and one of another provider refuses") { Facts = mx.Facts(c, Cause.Id) };
        return mx is { Tie: "foreign", Answers: "mixed" or "mixed-providers" or "backup-refuses" }
            ? new Claim(mx.IsSettled ? Confidence.High : Confidence.Medium,
                "one of the domain's MX hosts takes its mail, and one of another provider does not any more") { Facts = mx.Facts(c, Cause.Id) }
            : null;
    }
}
