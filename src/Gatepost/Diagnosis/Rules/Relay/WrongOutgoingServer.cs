using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP103: mail is handed to a server that does not serve this sender, or at the wrong port.</summary>
internal sealed class WrongOutgoingServer : CauseRule
{
    public override Cause Cause { get; } = new("GP103", "wrong-outgoing-server",
        "The mail was handed to a server, or a port, that is not for this sender", Side.Sender, Owner.Sender)
    {
        Why = "The account points at a server that belongs to another provider, or at port 25 of a server that takes mail from other servers, where it should use its own provider's submission service on port 587 or 465.",
        Plain = "Your mail program hands your mail to {server}, which is not the server that sends mail for your account.",
        Fixes =
        [
            new Fix(Owner.Sender,
            [
                "Look up your mail provider's outgoing server (SMTP) and port on its help pages.",
                "Enter them in the outgoing-mail settings, with port 587 (STARTTLS) or 465 (TLS) and your login.",
                "Send the message again.",
            ]),
        ],
        DoNot = ["Do not enter the recipient's mail server as your outgoing server."],
        Decides = "Does the refusing server offer a submission service (port 587 or 465 with AUTH), and does the sender have an account there?",
        References = ["RFC 6409 section 3.1", "RFC 8314 section 3.3"],
    };

    public override IReadOnlyList<string> Says =>
    [
        "(submission|submit|submitting|submitted|send|sending|relay|relaying|connect) .. (port|ports) (587|465)",
        "(use|try|only on|via|configure) .. (port|ports) (587|465)",
        "(use|using|through|via|try) (your |the |) (own |) (isp|isp's|provider|provider's|internet provider|internet service provider|organisation's|organization's|company's) (own |outgoing |smtp |mail |)(server|relay|smtp|mail server|outgoing)",
        "(only|exclusively|reserved) (for|to|available to|accessible to) (our |) (own |) (customers|subscribers|members|clients|students|employees)",
        "(you are|you're|sender is|client is) not (a |one of |) (our |) (customer|subscriber|member)",
        "(incoming|inbound) (mail |) (server|host|gateway) (only|and not|not for|cannot)",
        "use submission (for|to|port|service|instead)",
        "not (a|an|the) (outgoing|outbound|submission|smtp) (mail |) server",
    ];

    public override IReadOnlyList<string> Examples =>
    [
        "550 SMTP AUTH is required for message submission on port 587",
        "554 5.7.1 Relaying denied. Use your ISP's mail server to send mail",
        "550 relay not permitted: this server is only for our customers",
    ];

    internal override bool NeedsWordsOrFacts => true;

    internal override QuestionKind Asks(Case c) => OutgoingEvidence.Open(c);

    internal override Claim? Consider(Case c)
    {
        if (c.Reason != Reason.NoRelaying || c.Known.Is(FactKind.Refuser, "mx")) return null;
        var said = c.Says(this);
        if (c.Known.Is(FactKind.Refuser, "no-mx") && OutgoingEvidence.IsOutside(c) && ByEvidence(c) is { } proved) return proved;
        return said
            ? new Claim(Confidence.Medium, "the words point to another server or port")
            { Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words point to another server or port", Cause.Id)] }
            : null;
    }

    private Claim? ByEvidence(Case c)
    {
        var (confidence, because) = (c.Known[FactKind.LoginOffer], c.Known[FactKind.SenderTie]) switch
        {
            ("submission-port", _) => (Confidence.High, "the refusing server takes logins on its submission port only, and it was not that port"),
            ("nowhere", "mx") => (Confidence.High, "the refusing server takes mail in for the sender's own domain and offers no login: it is not for sending"),
            ("nowhere", "none") => (Confidence.Medium, "the refusing server offers no login, and nothing ties it to the sender"),
            _ => (Confidence.Low, ""),
        };
        return confidence == Confidence.Low ? null : new Claim(confidence, because) { Facts = OutgoingEvidence.Facts(c, Cause.Id) };
    }
}
