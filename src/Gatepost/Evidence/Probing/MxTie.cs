using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>
/// Whether the MX host that matters, the one that refused, belongs to the domain: it carries the domain's name, the SPF record
/// covers it or names its provider. Foreign only where the domain's own SPF record names another provider's mailboxes.
/// </summary>
internal static class MxTie
{
    public static Fact? Of(Inquiry inquiry, DomainSurvey survey, DomainEvidence domain, IReadOnlyList<MailHost> refusing, IReadOnlyList<MailHost> taking)
    {
        var host = domain.Hosts.FirstOrDefault(h => h.Name == inquiry.Refuser) ?? (refusing.Count > 0 ? refusing[0] : null)
            ?? domain.Hosts.FirstOrDefault(h => inquiry.RefuserAddress is { } address && h.Addresses.Contains(address)) ?? domain.Hosts[0];
        if (Own(survey, domain, host) is { } tie) return New(survey, host, "own", tie);
        if (survey.Mx is null || survey.Spf is null && survey.SpfProblem is not null) return null;
        var isBackup = taking.Count > 0 && taking.All(t => t.Preference < host.Preference);
        if (Foreign(survey, domain, host, isBackup) is { } other) return New(survey, host, "foreign", other);
        return New(survey, host, "none", survey.Spf is null
            ? $"{host.Name} carries another name than {survey.Domain}, and {survey.Domain} has no SPF record that would tell"
            : $"neither its name nor the SPF record of {survey.Domain} ties {host.Name} to it");
    }

    /// <summary>True where two hosts carry one registrable domain or belong to one known provider.</summary>
    public static bool AreOfOneProvider(string host, string other) =>
        IsRelated(host, other) || (MailVendors.OfMx(host) is { } vendor && vendor == MailVendors.OfMx(other));

    private static string? Own(DomainSurvey survey, DomainEvidence domain, MailHost host)
    {
        if (IsRelated(host.Name, survey.Domain)) return $"{host.Name} carries the name of {survey.Domain}";
        if (host.Name.StartsWith(survey.Domain.Replace('.', '-') + ".", StringComparison.Ordinal)) return $"the name {host.Name} spells {survey.Domain}";
        if (domain.CoveredBySpf.TryGetValue(host.Name, out var covered) && covered) return $"the SPF record of {survey.Domain} names {host.Name} as a sender of its mail";
        if (MailVendors.OfMx(host.Name) is { } vendor && survey.SpfVendors.Contains(vendor)) return $"the SPF record of {survey.Domain} names {vendor.Name} too";
        return SpfRecord.Parse(survey.Spf)?.Domains.FirstOrDefault(d => IsRelated(d, host.Name)) is { } named
            ? $"the SPF record of {survey.Domain} names {named}, of the same provider as {host.Name}" : null;
    }

    // Mailboxes of a provider that is known weigh by themselves. One that is not known weighs where it is all that the record names:
    // no servers of the domain's own, and no service that only sends.
    private static string? Foreign(DomainSurvey survey, DomainEvidence domain, MailHost host, bool isBackup)
    {
        var vendor = MailVendors.OfMx(host.Name);
        if (vendor is { IsGateway: true } || !domain.CoveredBySpf.TryGetValue(host.Name, out var covered) || covered) return null;
        var mailboxes = survey.SpfVendors.Where(static v => !v.IsGateway).Select(static v => v.Name).ToList();
        // Behind a server that takes the mail, one of no known provider may well be a backup.
        if (vendor is null && isBackup) return null;
        var named = mailboxes.Count > 0 ? mailboxes : OnlyProviders(SpfRecord.Parse(survey.Spf), survey.Domain);
        return named.Count == 0 ? null : $"the SPF record of {survey.Domain} names {string.Join(" and ", named)}, and not {host.Name}";
    }

    private static List<string> OnlyProviders(SpfRecord? spf, string domain)
    {
        if (spf is null || spf.Terms.Any(static t => t.Kind is SpfTermKind.Ip4 or SpfTermKind.Ip6 or SpfTermKind.A)) return [];
        return [.. spf.Terms.Where(static t => t is { Kind: SpfTermKind.Include or SpfTermKind.Redirect, HasMacro: false })
            .Select(static t => t.Domain!).Where(d => !IsRelated(d, domain) && !BulkSenders.IsOne(d) && MailVendors.OfSpf(d) is not { IsGateway: true })];
    }

    private static bool IsRelated(string name, string other) =>
        DomainName.Parse(name) is { } ours && DomainName.Parse(other) is { } theirs && ours.IsRelatedTo(theirs);

    private static Fact New(DomainSurvey survey, MailHost host, string value, string says) =>
        new(FactKind.MxTie, host.Name, value, says, survey.Mx?.Provenance ?? "DNS") { ObservedAt = survey.Mx?.ObservedAt };
}
