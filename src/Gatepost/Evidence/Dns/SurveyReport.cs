using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>Draws the survey's conclusions from what was answered. Asks nothing.</summary>
internal sealed record SurveyReport(
    string Domain,
    DnsResponse ResolverMx,
    MailRouting Routing,
    ResolverAnswers Resolver,
    Delegation? Delegation,
    IReadOnlyList<NameServerAnswer> Servers,
    RdapAnswer? Registered,
    IReadOnlySet<AddressFamily> Heard)
{
    public DomainSurvey ToSurvey(IReadOnlyList<DnsResponse> wire)
    {
        var dnssec = Dnssec();
        string? problem = null;
        var spf = Resolver.Txt is null ? null : SpfRecord.Find(Resolver.Txt, out problem);
        var spfVendors = spf?.Domains.Select(MailVendors.OfSpf).OfType<MailVendor>().Distinct().ToList() ?? [];
        var mxVendors = Routing.Hosts.Select(static h => MailVendors.OfMx(h.Name)).OfType<MailVendor>().Distinct().ToList();
        return new DomainSurvey(Domain)
        {
            Route = dnssec == DnssecState.Bogus ? MailRoute.Broken : Routing.Route,
            Hosts = Routing.Hosts,
            Mx = ResolverMx,
            Delegation = Delegation,
            Servers = Servers,
            Dnssec = dnssec,
            Spf = spf?.Text,
            SpfProblem = problem,
            MxVendor = mxVendors.FirstOrDefault(),
            SpfVendors = spfVendors,
            Findings = FindingOrder.Sort(
            [
                .. Routing.Findings,
                .. OfResolver(dnssec),
                .. Delegation is null ? [] : ServerFindings.Of(Domain, Delegation, Servers, Heard).Where(f => f.Kind != DnsFindingKind.NxDomain || Routing.Findings.All(static r => r.Kind != DnsFindingKind.NxDomain)),
                .. OfVendors(mxVendors, spfVendors),
                .. OfLife(),
            ]),
            Wire = wire,
        };
    }

    private IEnumerable<DnsFinding> OfResolver(DnssecState dnssec)
    {
        if (dnssec == DnssecState.Bogus)
            yield return new DnsFinding(DnsFindingKind.DnssecBogus, Domain, $"the signatures of {Domain} do not hold: the resolver says SERVFAIL{ResolverMx.ErrorsInWords}, and answers when told not to check them", ResolverMx.Provenance);
        if (Resolver.IsSilent)
            yield return new DnsFinding(DnsFindingKind.ResolverSilent, Domain, "the recursive resolver does not answer", ResolverMx.Provenance);
    }

    /// <summary>
    /// Bogus is proved by two answers to one question, none with checking and one without it, where the zone is signed or the resolver
    /// itself speaks of signatures: a resolver may fail once for other reasons.
    /// </summary>
    private DnssecState Dnssec()
    {
        if (Resolver.Ds is null) return DnssecState.Unknown;
        if (ResolverMx.Outcome == DnsOutcome.ServFail)
        {
            var isSigned = Delegation is not { Outcome: DnsOutcome.Referral, IsSigned: false } || ResolverMx.Errors.Any(static e => IsOfDnssec(e.Code));
            return isSigned && Resolver.Unchecked is { Tells: true } ? DnssecState.Bogus : DnssecState.Unknown;
        }

        if (ResolverMx.Tells && ResolverMx.AuthenticData) return DnssecState.Secure;
        if (Delegation is { Outcome: DnsOutcome.Referral }) return Delegation.IsSigned ? DnssecState.Unknown : DnssecState.Insecure;
        var isApex = Resolver.Soa.Answers.Any(r => r.Type == DnsType.Soa && r.Name == Domain);
        return isApex && Resolver.Ds.Outcome == DnsOutcome.NoData ? DnssecState.Insecure : DnssecState.Unknown;
    }

    /// <summary>RFC 8914: unsupported algorithms, indeterminate, bogus, signatures expired or not yet valid, keys and signatures missing, NSEC missing.</summary>
    private static bool IsOfDnssec(int code) => code is 1 or 2 or (>= 5 and <= 12);

    private IEnumerable<DnsFinding> OfVendors(List<MailVendor> mxVendors, List<MailVendor> spfVendors)
    {
        var mailboxes = spfVendors.Where(static v => !v.IsGateway).ToList();
        if (mxVendors.Count == 0 || mxVendors.Any(static v => v.IsGateway) || mailboxes.Count == 0 || mailboxes.Intersect(mxVendors).Any()) yield break;
        yield return new DnsFinding(DnsFindingKind.SpfNamesOtherProvider, Domain, $"the MX records of {Domain} name {string.Join(" and ", mxVendors.Select(static v => v.Name))}, its SPF record names {string.Join(" and ", mailboxes.Select(static v => v.Name))}", Resolver.Txt!.Provenance);
    }

    private IEnumerable<DnsFinding> OfLife()
    {
        var servers = Delegation is { Servers.Count: > 0 } ? Delegation.Servers : [.. Resolver.Ns.Data<DnsData.Target>().Select(static t => t.Name).Order(StringComparer.Ordinal)];
        if (ParkingSigns.Of(Domain, servers, Routing.Hosts, Delegation is null ? Resolver.Ns.Provenance : $"delegation of {Delegation.Zone}") is { } sign) yield return sign;
        foreach (var finding in Registered?.Findings() ?? []) yield return finding;
    }
}
