using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP133: an SMTP port cannot be reached.</summary>
internal sealed class PortBlocked : CauseRule
{
    public override Cause Cause { get; } = new("GP133", "port-blocked",
        "An SMTP port is blocked on the way", Side.Neither, Owner.Network)
    {
        Why = "The network between the two servers lets no connection through to the port: providers of access and of cloud machines block port 25 outward by default.",
        Plain = "The network does not let mail out from where your message was sent.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin, ["Send through an outgoing server (smarthost) on port 587 with a login.", "Or ask the provider of the line or machine to open port 25 outward."]),
            new Fix(Owner.Network, ["Open port 25 outward for the sending server."]),
        ],
        Decides = "Can the sending server connect to port 25 of several unrelated servers? To port 587?",
        References = ["RFC 5068 section 3.1", "RFC 6409 section 3.1"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(port|ports) (25|465|587) .. (blocked|closed|filtered|not open|unreachable|firewalled)",
        "(block|blocks|blocked|blocking|filters|closed|firewalled) .. (port|ports) (25|465|587)",
        "outbound smtp .. (blocked|disabled|not allowed)",
    ];

    public override IReadOnlyList<string> Examples => ["connect to mx.example.org[192.0.2.1]:25: outbound port 25 is blocked by your provider"];

    internal override bool NeedsWordsOrFacts => true;

    internal override QuestionKind Asks(Case c) =>
        c.Reason is Reason.NetworkError or Reason.Expired && c.Roles.RecipientDomain is not null && c.Known.Of(FactKind.Ports) is null
            ? QuestionKind.MailRouting | QuestionKind.RecipientTaken | QuestionKind.Ports : QuestionKind.None;

    internal override Claim? Consider(Case c)
    {
        if (c.Reason is not (Reason.UserUnknown or Reason.MailboxFull) && c.Says(this))
            return new Claim(Confidence.High, "the words say that the port is blocked")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words say that the port is blocked", Cause.Id)] };
        return FailedLookUp.Fits(c) && c.Known.Is(FactKind.Ports, "smtp-blocked")
            ? new Claim(Confidence.High, "port 25 of the MX hosts is silent, and other ports of the same hosts answer")
            { Facts = c.WantsFacts ? c.Known.For(Cause.Id, FactKind.Ports, FactKind.MxAnswers, FactKind.Mx) : [] }
            : null;
    }
}
