using System.Net;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Probing;

/// <summary>What the DNS of the recipient's domain comes to.</summary>
internal static class RoutingFacts
{
    private static readonly DnsFindingKind[] Breaks =
    [
        DnsFindingKind.DnssecBogus, DnsFindingKind.NoWorkingServer, DnsFindingKind.LameServer, DnsFindingKind.FailingServer, DnsFindingKind.SilentServer,
        DnsFindingKind.ServerWithoutAddress, DnsFindingKind.MxIsAlias, DnsFindingKind.MxIsLiteral, DnsFindingKind.MxHostNxDomain, DnsFindingKind.MxHostWithoutAddress,
        DnsFindingKind.MxHostUnresolvable, DnsFindingKind.MxHostPrivate, DnsFindingKind.MxHostLoopback,
    ];

    public static IEnumerable<Fact> Of(Inquiry inquiry, DomainEvidence domain, RefuserEvidence refuser)
    {
        if (domain.Survey is not { } survey || survey.Route == MailRoute.Unknown) yield break;
        var seen = survey.Mx?.Provenance ?? "DNS";
        var at = survey.Mx?.ObservedAt;
        foreach (var mx in domain.Hosts)
            yield return New(FactKind.Mx, survey.Domain, $"{mx.Preference} {mx.Name}", $"MX {mx.Preference} {mx.Name}{(mx.Addresses.Count > 0 ? $" at {string.Join(", ", mx.Addresses)}" : "")}", seen, at);
        yield return New(FactKind.MailRoute, survey.Domain, survey.Route.ToString().ToLowerInvariant(), RouteSays(survey), seen, at);
        if (survey.Route is MailRoute.Broken or MailRoute.Unusable)
        {
            foreach (var finding in survey.Findings.Where(static f => Breaks.Contains(f.Kind)))
                yield return New(FactKind.Broken, finding.Subject, Kebab<DnsFindingKind>.Of(finding.Kind), finding.Says, finding.Provenance, at);
        }

        if (NameServers(survey) is var (value, says, where)) yield return New(FactKind.NameServers, survey.Domain, value, says, where, at);
        yield return Life(survey, seen, at);
        if (survey.Route is not (MailRoute.Records or MailRoute.Implicit)) yield break;
        if (Membership(inquiry.Refuser, refuser.Addresses, domain.Hosts) is { } refuserIs)
            yield return Member(FactKind.Refuser, inquiry.Refuser ?? refuser.Addresses[0].ToString(), refuserIs, survey, seen, at);
        if (Membership(inquiry.Reporter, refuser.ReporterAddresses, domain.Hosts) is { } reporterIs)
            yield return Member(FactKind.Reporter, inquiry.Reporter!, reporterIs, survey, seen, at);
    }

    private static string RouteSays(DomainSurvey survey) => survey.Findings.FirstOrDefault(f => survey.Route switch
    {
        MailRoute.NxDomain => f.Kind == DnsFindingKind.NxDomain,
        MailRoute.Null => f.Kind == DnsFindingKind.NullMx,
        MailRoute.None => f.Kind == DnsFindingKind.NoMailTarget,
        MailRoute.Implicit => f.Kind == DnsFindingKind.ImplicitMx,
        _ => false,
    })?.Says ?? survey.Route switch
    {
        MailRoute.Records => $"the DNS sends the mail of {survey.Domain} to {string.Join(", ", survey.Hosts.Select(static h => h.Name))}",
        MailRoute.Unusable => $"no MX record of {survey.Domain} leads to an address that mail can be sent to",
        _ => $"the DNS of {survey.Domain} gives no answer about its mail: {survey.Mx?.OutcomeInWords ?? "not asked"}",
    };

    private static (string Value, string Says, string Where)? NameServers(DomainSurvey survey)
    {
        if (survey.Findings.FirstOrDefault(static f => f.Kind == DnsFindingKind.InconsistentMx) is { } differ) return ("differ", differ.Says, differ.Provenance);
        var good = survey.Servers.Where(static s => s.IsGood).ToList();
        if (good.Count == 0) return null;
        var names = good.Select(static s => s.Server).Distinct().ToList();
        // The resolver still has, or already has, what no name server gives: a change is under way.
        if (survey.Mx is { Outcome: DnsOutcome.Answer } mx && MxSet(mx) != good[0].MxSet)
            return ("differ", $"{mx.Provenance} gives other MX records for {survey.Domain} ({MxSet(mx)}) than its name servers ({good[0].MxSet})", names[0]);
        return ("agree", names.Count == 1 ? $"{names[0]}, the name server of {survey.Domain} that answers, gives these MX records"
            : $"the {names.Count} name servers of {survey.Domain} that answer give the same MX records", string.Join(", ", names.Take(2)));
    }

    private static string MxSet(DnsResponse mx) =>
        string.Join(", ", mx.Data<DnsData.Mx>().OrderBy(static m => m.Preference).ThenBy(static m => m.Exchange, StringComparer.Ordinal));

    private static Fact Life(DomainSurvey survey, string seen, DateTimeOffset? at)
    {
        var sign = survey.Findings.FirstOrDefault(static f => f.Kind is DnsFindingKind.Expired or DnsFindingKind.Suspended or DnsFindingKind.Parked);
        return sign is null
            ? New(FactKind.DomainLife, survey.Domain, "alive", $"nothing shows {survey.Domain} as parked, expired or suspended", seen, at)
            : New(FactKind.DomainLife, survey.Domain, Kebab<DnsFindingKind>.Of(sign.Kind), sign.Says, sign.Provenance, at);
    }

    // Yes by name or address. No only where neither name, nor provider, nor address has anything to do with the MX hosts: servers answer under many names.
    private static bool? Membership(string? name, IReadOnlyList<IPAddress> addresses, IReadOnlyList<MailHost> hosts)
    {
        if (hosts.Count == 0 || (name is null && addresses.Count == 0)) return null;
        if (hosts.Any(h => h.Name == name || h.Canonical == name || h.Addresses.Any(addresses.Contains))) return true;
        if (addresses.Count == 0) return name is not null && hosts.Any(h => IsKin(name, h.Name)) ? null : false;
        return name is not null && MailVendors.OfMx(name) is { } vendor && hosts.Any(h => MailVendors.OfMx(h.Name) == vendor) ? null : false;
    }

    private static bool IsKin(string name, string host) =>
        DomainName.Parse(name) is { } ours && DomainName.Parse(host) is { } theirs && (ours.IsRelatedTo(theirs) || (MailVendors.OfMx(name) is { } vendor && vendor == MailVendors.OfMx(host)));

    private static Fact Member(string kind, string host, bool isMx, DomainSurvey survey, string seen, DateTimeOffset? at) =>
        New(kind, host, isMx ? "mx" : "no-mx", isMx
            ? survey.Route == MailRoute.Implicit ? $"{host} is {survey.Domain}'s own address, which stands in for the missing MX record" : $"{host} is an MX of {survey.Domain}"
            : $"{host} is no MX of {survey.Domain}", seen, at);

    private static Fact New(string kind, string subject, string value, string says, string where, DateTimeOffset? at) =>
        new(kind, subject, value, says, where) { ObservedAt = at };
}
