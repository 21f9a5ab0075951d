using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>What the server that refused offers, and what it is to the sender.</summary>
internal static class OutgoingFacts
{
    public static IEnumerable<Fact> Of(Inquiry inquiry, RefuserEvidence refuser)
    {
        if (LoginOffer(inquiry, refuser) is { } offer) yield return offer;
        if (SenderTie(inquiry, refuser) is { } tie) yield return tie;
    }

    private static Fact? LoginOffer(Inquiry inquiry, RefuserEvidence refuser)
    {
        if (refuser.Dialogs.Count == 0) return null;
        var same = refuser.Dialogs[0];
        var host = same.Plan.Host;
        if (Mechanisms(same) is { Count: > 0 } here)
            return New(same, "same-port", $"{host} offers a login on port {same.Plan.Address.Port} ({string.Join(", ", here)})");
        var submission = refuser.Dialogs.Skip(1).FirstOrDefault(static d => Mechanisms(d) is { Count: > 0 });
        // Where a port cannot be looked at, or not under TLS, what it offers there is not known.
        if (!IsSeen(same)) return null;
        if (submission is null && refuser.Dialogs.Any(static d => d.Offer is not null && !IsSeen(d))) return null;
        return submission is not null
            ? New(submission, "submission-port", $"{host} offers no login on port {same.Plan.Address.Port}, and one on port {submission.Plan.Address.Port}")
            : New(same, "nowhere", $"{host} offers no login on any of ports {string.Join(", ", refuser.Dialogs.Select(static d => d.Plan.Address.Port).Order())}");
    }

    private static bool IsSeen(DialogResult dialog) =>
        dialog.OfferUnderTls is not null || (dialog.OfferBeforeTls is { } offer && offer.Parameters("STARTTLS") is null);

    private static IReadOnlyList<string> Mechanisms(DialogResult dialog) => dialog.Offer?.Mechanisms ?? [];

    private static Fact? SenderTie(Inquiry inquiry, RefuserEvidence refuser)
    {
        if (refuser.Sender is not { } routing || inquiry.SenderDomain is not { } domain) return null;
        var host = inquiry.Refuser ?? inquiry.RefuserAddress?.ToString();
        if (host is null) return null;
        if (routing.Hosts.Any(h => h.Name == host || h.Addresses.Any(refuser.Addresses.Contains)))
            return New(domain, routing, "mx", $"{host} is an MX of {domain}, the sender's domain");
        if (refuser.CoveredBySenderSpf == true)
            return New(domain, routing, "outgoing", $"the SPF record of {domain}, the sender's domain, names {host} as a sender of its mail");
        if (DomainName.Parse(host) is { } name && DomainName.Parse(domain) is { } sender && name.IsRelatedTo(sender))
            return New(domain, routing, "outgoing", $"{host} carries the name of {domain}, the sender's domain");
        return refuser.CoveredBySenderSpf == false && routing.Route != MailRoute.Unknown
            ? New(domain, routing, "none", $"neither the name nor a record of {domain}, the sender's domain, ties {host} to it") : null;
    }

    private static Fact New(DialogResult dialog, string value, string says) =>
        new(FactKind.LoginOffer, dialog.Plan.Host, value, says, $"SMTP {dialog.Plan.Address}") { ObservedAt = dialog.StartedAt };

    private static Fact New(string domain, MailRouting routing, string value, string says) =>
        new(FactKind.SenderTie, domain, value, says, routing.Mx.Provenance) { ObservedAt = routing.Mx.ObservedAt };
}
