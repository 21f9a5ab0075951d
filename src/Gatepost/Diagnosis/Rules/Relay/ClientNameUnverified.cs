using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>GP105: relaying is granted by host name, and the client's name does not check out.</summary>
internal sealed class ClientNameUnverified : CauseRule
{
    public override Cause Cause { get; } = new("GP105", "client-name-unverified",
        "Relaying hangs on the client's host name, and its DNS does not check out", Side.Sender, Owner.SendingAdmin)
    {
        Why = "The refusing server (typically Sendmail) lets clients relay by their host name. It looks up the client's PTR record and then the name's address; one of the two is missing, does not answer, or does not lead back, so the name counts as forged.",
        Plain = "The server that should pass your message on, {server}, could not confirm the name of the machine that handed it over.",
        Fixes =
        [
            new Fix(Owner.SendingAdmin,
            [
                "Give the client's address a PTR record, and the name in it an A or AAAA record that leads back to the same address.",
                "Check from the refusing server: dig -x ADDRESS, then dig A NAME.",
                "Better: let the client log in, so that relaying no longer hangs on DNS.",
            ]),
        ],
        Decides = "What do the PTR record of the client's address, and the address of the name in it, say?",
        References = ["RFC 1912 section 2.1", "Sendmail: check_rcpt, FEATURE(relay_entire_domain)"],
    };

    public override IReadOnlyList<string> Says => RelayWords.ReverseDns;

    public override IReadOnlyList<string> Examples =>
    [
        "550 5.7.1 <pat@example.org>... Relaying denied. IP name lookup failed [192.0.2.1]",
        "550 5.7.1 <pat@example.org>... Relaying denied. IP name possibly forged [192.0.2.1]",
        "450 4.4.0 <pat@example.org>... Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.1",
    ];

    internal override bool NeedsWords => true;

    internal override QuestionKind Asks(Case c) =>
        c.Reason != Reason.NoRelaying || !c.Says(this) ? QuestionKind.None
        : (c.Refusal.ClientAddress is not null && c.Known.Of(FactKind.ClientName) is null ? QuestionKind.ClientName : QuestionKind.None)
        | (c.Roles.RecipientDomain is not null && c.Known.Of(FactKind.Refuser) is null ? QuestionKind.MailRouting : QuestionKind.None);

    internal override Claim? Consider(Case c)
    {
        // An MX of the domain looks at the client's name only because it does not know the domain.
        if (c.Reason != Reason.NoRelaying || !c.Says(this) || c.Roles is { Role: HostRole.RecipientsMx, Sureness: >= Confidence.Medium }) return null;
        var isOutgoing = c.Known.Is(FactKind.Refuser, "no-mx") || c.Roles is { Role: HostRole.SendersOutgoing, Sureness: >= Confidence.Medium };
        var verified = c.Known.Is(FactKind.ClientName, "verified");
        return new Claim(!isOutgoing && !c.Known.IsEmpty ? Confidence.Low : verified || !isOutgoing ? Confidence.Medium : Confidence.High,
            verified ? "the words name the look-up that failed; asked now, the client's name is confirmed"
            : isOutgoing ? "the words name the look-up that failed" : "the words name the look-up that failed; that the server is not the recipient's MX is not proved")
        {
            Facts = !c.WantsFacts ? [] : [Facts.Words(c, this, "the words name a failed look-up of the client's name", Cause.Id), .. c.Known.For(Cause.Id, FactKind.ClientName)],
            Unknown = !isOutgoing ? ["Is the refusing server an MX of the recipient's domain? Then it does not know the domain (GP111), and the client's name is beside the point."]
                : verified ? ["Was the name set right since? Then sending again is enough."] : [],
        };
    }
}
