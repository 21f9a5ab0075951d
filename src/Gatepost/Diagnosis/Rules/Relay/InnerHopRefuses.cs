using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP117: the recipient's gateway took the mail and its own next hop refused.</summary>
internal sealed class InnerHopRefuses : CauseRule
{
    public override Cause Cause { get; } = new("GP117", "inner-hop-refuses",
        "The recipient's gateway took the mail, and the server behind it refused", Side.Recipient, Owner.RecipientAdmin)
    {
        Why = "The report comes from a server on the recipient's side: it had taken the message and could not pass it on, because the next server inside does not accept the domain or does not know the gateway.",
        Plain = "The mail service of {domain} accepted your message, but one of its own servers then refused to take it from another.",
        Fixes =
        [
            new Fix(Owner.RecipientAdmin,
            [
                "On the inner server, add the domain to those it takes as its own, and the gateway to those it takes mail from.",
                "On the gateway, check the route (transport, smart host) for the domain.",
            ]),
            new Fix(Owner.Sender, ["Tell the recipient by another way, and give them this report for their mail administrator."]),
        ],
        DoNot = ["Do not unsubscribe the recipient: the address is not at fault."],
        Decides = "Does the reporting server belong to the recipient's side?",
        References = ["RFC 5321 section 3.6"],
    };

    internal override QuestionKind Asks(Case c) =>
        c.Reason == Reason.NoRelaying && c.Roles.RefusedBehindRecipientsGateway && c.Known.Of(FactKind.Reporter) is null ? QuestionKind.MailRouting : QuestionKind.None;

    internal override Claim? Consider(Case c)
    {
        if (c.Reason != Reason.NoRelaying) return null;
        if (c.Known.Is(FactKind.Reporter, "mx") && c.Known.Is(FactKind.Refuser, "no-mx"))
        {
            return new Claim(Confidence.High, "the server that reported is an MX of the domain, and the one that refused stands behind it")
            {
                Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.Reporter, FactKind.Refuser) : [],
            };
        }

        if (!c.Roles.RefusedBehindRecipientsGateway || c.Known.Is(FactKind.Reporter, "no-mx") || c.Known.Is(FactKind.Refuser, "mx")) return null;
        return new Claim(Confidence.Medium, "the report comes from the recipient's side, and the refusal from a server behind it")
        {
            Facts = !c.WantsFacts ? [] :
            [
                new("host.role", c.Refusal.ReportingMta ?? "", "recipient-side",
                    $"{c.Refusal.ReportingMta}, which reported, carries the name of the recipient's domain", "Reporting-MTA") { Supports = [Cause.Id] },
            ],
        };
    }
}
