using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>
/// What the facts say of a relay denial by one of the recipient domain's own MX hosts. The causes GP111, GP112, GP113 and
/// GP116 share these questions and part at their answers; each answer that is missing takes certainty away.
/// </summary>
internal readonly struct MxEvidence(KnownFacts known)
{
    /// <summary>True where the server that refused is an MX of the recipient's domain, and it was that server that answered.</summary>
    public bool RefuserIsMx => known.Is(FactKind.Refuser, "mx") && !known.Is(FactKind.Identity, "another");

    /// <summary>True where the domain's name servers contradict each other.</summary>
    public bool NameServersDiffer => known.Is(FactKind.NameServers, "differ");

    /// <summary>True where the domain is parked, expired or suspended.</summary>
    public bool IsDead => known.IsAny(FactKind.DomainLife, "parked", "expired", "suspended");

    /// <summary>True where there is no MX record and the domain's own address stands in.</summary>
    public bool IsImplicit => known.Is(FactKind.MailRoute, "implicit");

    /// <summary>Whether the MX host belongs to the domain: <c>own</c>, <c>foreign</c>, <c>none</c>; null where not known.</summary>
    public string? Tie => known[FactKind.MxTie];

    /// <summary>What the MX hosts say together; null where not known.</summary>
    public string? Answers => known[FactKind.MxAnswers];

    /// <summary>True where there are MX records, the DNS speaks with one voice, and the domain is in use: without that, the DNS itself may be at fault.</summary>
    public bool IsDnsSound => known.Is(FactKind.MailRoute, "records") && known.Is(FactKind.NameServers, "agree") && known.Is(FactKind.DomainLife, "alive");

    /// <summary>True where all that could still speak for another cause was asked and does not.</summary>
    public bool IsSettled => IsDnsSound && known.Is(FactKind.Identity, "itself");

    /// <summary>What to ask so that the four causes can be told apart.</summary>
    public QuestionKind Open(Case c)
    {
        if (c.Reason != Reason.NoRelaying || c.Roles.RecipientDomain is null) return QuestionKind.None;
        var open = known.Of(FactKind.Refuser) is null ? QuestionKind.MailRouting : QuestionKind.None;
        // The MX hosts are asked in the same round, unless the name says that it is not they who refused.
        var mayBeMx = known.Is(FactKind.Refuser, "mx") || (known.IsEmpty && c.Roles.Role != HostRole.SendersOutgoing);
        return mayBeMx && Answers is null ? open | QuestionKind.RecipientTaken : open;
    }

    /// <summary>The facts, in the order in which they are told.</summary>
    public IReadOnlyList<Fact> Facts(Case c, string cause) => !c.WantsFacts ? [] :
        known.For(cause, FactKind.Refuser, FactKind.NameServers, FactKind.MxTie, FactKind.MxAnswers, FactKind.MxAnswer, FactKind.DomainLife, FactKind.Identity);
}
