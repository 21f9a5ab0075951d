using Gatepost.Evidence;

namespace Gatepost.Diagnoses.Rules.Relay;

/// <summary>
/// What the facts say of a relay denial by a server that is no MX of the recipient's domain: the sender's own, or one that
/// the sender should not be using. Shared by GP101, GP103 and GP104.
/// </summary>
internal static class OutgoingEvidence
{
    /// <summary>What to ask so that the three can be told apart.</summary>
    public static QuestionKind Open(Case c)
    {
        if (c.Reason != Reason.NoRelaying || c.Roles.RecipientDomain is null || c.Roles.Refuser is null) return QuestionKind.None;
        if (c.Known.Is(FactKind.Refuser, "mx") || c.Known.Is(FactKind.Reporter, "mx")) return QuestionKind.None;
        var open = c.Known.Of(FactKind.Refuser) is null ? QuestionKind.MailRouting : QuestionKind.None;
        if (c.Known.IsEmpty && c.Roles.Role == HostRole.RecipientsMx) return open;
        if (c.Known.Of(FactKind.LoginOffer) is null) open |= QuestionKind.RefuserService;
        if (c.Known.Of(FactKind.SenderTie) is null && c.Roles.SenderDomain is not null) open |= QuestionKind.SenderTie;
        return open;
    }

    /// <summary>
    /// True where it was the sending side that met the server: nobody else reported, or who did is no MX of the recipient's
    /// domain. Behind a gateway of the recipient's, a server that is no MX is on the recipient's side as well.
    /// </summary>
    public static bool IsOutside(Case c) =>
        c.Refusal.RefusedByReporter || c.Refusal.ReportingMta is null || c.Known.Is(FactKind.Reporter, "no-mx");

    /// <summary>The facts, in the order in which they are told.</summary>
    public static IReadOnlyList<Fact> Facts(Case c, string cause) =>
        c.WantsFacts ? c.Known.For(cause, FactKind.Refuser, FactKind.LoginOffer, FactKind.SenderTie, FactKind.Mx) : [];
}
