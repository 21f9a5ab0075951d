using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Diagnoses;

/// <summary>
/// Who the hosts of a refusal are. Names are hints, not proof: only the DNS says what the MX of a domain is, and where it
/// was asked its word counts. Each finding carries the words for it.
/// </summary>
internal sealed class Roles
{
    private Roles()
    {
    }

    /// <summary>The host that refused; null where it is not known.</summary>
    public string? Refuser { get; private init; }

    /// <summary>What the refusing host is to this message.</summary>
    public HostRole Role { get; private init; }

    /// <summary>How sure the role is.</summary>
    public Confidence Sureness { get; private init; }

    /// <summary>Why, as half a sentence; null where the role is unknown.</summary>
    public string? Because { get; private init; }

    /// <summary>Where that was seen.</summary>
    public string Provenance { get; private init; } = "host name";

    /// <summary>The recipient's domain, lower case.</summary>
    public string? RecipientDomain { get; private init; }

    /// <summary>The sender's domain, lower case.</summary>
    public string? SenderDomain { get; private init; }

    /// <summary>True where the host that reported belongs to the recipient's domain and another host refused behind it.</summary>
    public bool RefusedBehindRecipientsGateway { get; private init; }

    private static readonly Roles Nobody = new();

    /// <summary>Works out the roles from the names in the refusal, and from what the DNS said where it was asked.</summary>
    public static Roles Of(Refusal refusal, KnownFacts known)
    {
        if (refusal is { Recipient: null, RemoteMta: null, ReportingMta: null, RemoteAddress: null, RemotePort: null }) return Nobody;
        var refuser = refusal.RefusedByReporter ? refusal.ReportingMta : refusal.RemoteMta;
        var recipient = HostNames.DomainOf(refusal.Recipient);
        var sender = HostNames.DomainOf(refusal.Sender) ?? HostNames.DomainOf(refusal.Original?.From);
        var (role, sureness, because) = RoleOf(refusal, refuser, recipient, sender);
        var source = sureness == Confidence.Low ? "host name (a hint)" : "host name";
        if (!known.IsEmpty) (role, sureness, because, source) = ByDns(known, refuser, (role, sureness, because, source));
        return new Roles
        {
            Refuser = refuser ?? refusal.RemoteAddress,
            Role = role,
            Sureness = sureness,
            Because = because,
            Provenance = source,
            RecipientDomain = recipient,
            SenderDomain = sender,
            RefusedBehindRecipientsGateway = !refusal.RefusedByReporter && refuser is not null
                && HostNames.Belongs(refusal.ReportingMta, recipient) && !HostNames.Belongs(refusal.ReportingMta, sender),
        };
    }

    // The DNS outweighs names; where it was asked in vain, a name alone is no more than a hint.
    private static (HostRole, Confidence, string?, string) ByDns(KnownFacts known, string? refuser, (HostRole Role, Confidence Sureness, string?, string) byName)
    {
        if (known.Of(FactKind.Refuser) is not { } fact)
            return byName.Sureness == Confidence.High ? byName : byName with { Sureness = Confidence.Low };
        if (fact.Value == "mx") return (HostRole.RecipientsMx, Confidence.High, fact.Says, fact.Provenance);
        if (byName is { Role: HostRole.SendersOutgoing, Sureness: Confidence.High }) return byName;
        return known.Of(FactKind.SenderTie) is { Value: "outgoing" } tie
            ? (HostRole.SendersOutgoing, Confidence.High, tie.Says, tie.Provenance)
            : (HostRole.Unknown, Confidence.Low, $"{refuser ?? "the refusing server"} is no MX of the domain", fact.Provenance);
    }

    private static (HostRole, Confidence, string?) RoleOf(Refusal refusal, string? refuser, string? recipient, string? sender)
    {
        if (refusal.RemotePort is 587 or 465)
            return (HostRole.SendersOutgoing, Confidence.High, $"port {refusal.RemotePort} is for submission, not for mail between servers");
        if (refuser is null) return default;
        if (MailProviders.Submission(refuser) is { } submission)
            return (HostRole.SendersOutgoing, Confidence.High, $"{refuser} is {submission}");
        if (MailProviders.Inbound(refuser, recipient) is { } inbound)
            return (HostRole.RecipientsMx, inbound.NamesTheDomain ? Confidence.High : Confidence.Medium, $"{refuser} is {inbound.What}");
        var recipients = HostNames.Belongs(refuser, recipient);
        var senders = HostNames.Belongs(refuser, sender);
        if (recipients && !senders)
            return (HostRole.RecipientsMx, Confidence.Medium, $"{refuser} carries the name of the recipient's domain");
        if (senders && !recipients)
            return (HostRole.SendersOutgoing, Confidence.Medium, $"{refuser} carries the name of the sender's domain");
        if (recipients) return default;
        return HostNames.Hint(refuser) switch
        {
            HostRole.RecipientsMx => (HostRole.RecipientsMx, Confidence.Low, $"{refuser} is named like a server that takes mail in"),
            HostRole.SendersOutgoing => (HostRole.SendersOutgoing, Confidence.Low, $"{refuser} is named like a server that sends mail out"),
            _ => default,
        };
    }
}
