namespace Gatepost.Evidence.Dns;

/// <summary>
/// Finds where a domain's mail goes (RFC 5321 section 5.1) in two round trips: its MX records and own addresses, then the
/// addresses of the hosts.
/// </summary>
public sealed class MailRouteFinder(IDns dns, SurveyOptions options)
{
    /// <summary>Asks the resolver. Never throws.</summary>
    public async Task<MailRouting> Find(string domain, CancellationToken cancel)
    {
        var mx = dns.Ask(MxQuery(domain), cancel);
        var own = HostAnswer.Find(dns, domain, cancel);
        return await Read(domain, await mx, own, cancel);
    }

    /// <summary>The question about MX; with signatures wanted, without which resolvers need not say whether they validated.</summary>
    internal DnsQuery MxQuery(string domain) => new(domain, DnsType.Mx) { DnssecOk = options.AskDnssec };

    /// <summary>Reads the route from an answer about MX, whoever gave it.</summary>
    internal async Task<MailRouting> Read(string domain, DnsResponse mx, Task<HostAnswer> own, CancellationToken cancel)
    {
        switch (mx.Outcome)
        {
            case DnsOutcome.Answer:
                var records = mx.Data<DnsData.Mx>().OrderBy(static m => m.Preference).ThenBy(static m => m.Exchange, StringComparer.Ordinal).ToList();
                return Named(domain, mx, records, await Hosts(domain, records, own, cancel), cancel);
            case DnsOutcome.NoData:
                return Implicit(domain, mx, await own, cancel);
            case DnsOutcome.NxDomain:
                return new MailRouting(domain, MailRoute.NxDomain, mx)
                {
                    Findings = [new DnsFinding(DnsFindingKind.NxDomain, domain, $"{domain} does not exist (NXDOMAIN)", mx.Provenance)],
                };
            default:
                return new MailRouting(domain, Failed(mx, cancel), mx);
        }
    }

    private static MailRouting Named(string domain, DnsResponse mx, List<DnsData.Mx> records, List<(MailHost Host, HostAnswer? Answer)> hosts, CancellationToken cancel)
    {
        var states = hosts.Select(static h => h.Host.State).ToList();
        var route = states.Any(static s => s is MailHostState.Usable or MailHostState.Alias) ? MailRoute.Records
            : hosts.FirstOrDefault(static h => h.Host.State == MailHostState.Unresolvable).Answer?.Failure is { } failure ? Failed(failure, cancel)
            : hosts.Count == 0 && records.Count > 0 ? MailRoute.Null
            : MailRoute.Unusable;
        return new MailRouting(domain, route, mx)
        {
            Hosts = [.. hosts.Select(static h => h.Host)],
            Findings = FindingOrder.Sort([.. MxFindings.OfRecords(domain, records, mx), .. hosts.Where(h => IsKnown(h.Host, cancel)).SelectMany(h => MxFindings.OfHost(h.Host, h.Answer, mx)), .. MxFindings.OfAddresses(hosts, mx)]),
        };
    }

    private static MailRouting Implicit(string domain, DnsResponse mx, HostAnswer own, CancellationToken cancel)
    {
        var host = new MailHost(0, domain, own.State == MailHostState.Alias ? MailHostState.Usable : own.State, own.Addresses) { Canonical = own.Canonical };
        if (own.Addresses.Count > 0)
        {
            return new MailRouting(domain, host.State == MailHostState.Usable ? MailRoute.Implicit : MailRoute.Unusable, mx)
            {
                Hosts = [host],
                Findings = FindingOrder.Sort(
                [
                    new DnsFinding(DnsFindingKind.ImplicitMx, domain, $"{domain} has no MX record, so mail goes to its own address {string.Join(", ", own.Addresses)}", mx.Provenance),
                    .. MxFindings.OfHost(host with { Canonical = null }, own, mx),
                ]),
            };
        }

        if (own.IsNxDomain || own.Failure is null)
        {
            return new MailRouting(domain, MailRoute.None, mx)
            {
                Findings = [new DnsFinding(DnsFindingKind.NoMailTarget, domain, $"{domain} has neither an MX record nor an address", mx.Provenance)],
            };
        }

        return new MailRouting(domain, Failed(own.Failure, cancel), mx);
    }

    private async Task<List<(MailHost Host, HostAnswer? Answer)>> Hosts(string domain, List<DnsData.Mx> records, Task<HostAnswer> own, CancellationToken cancel)
    {
        var named = records.Where(static m => m.Exchange != Names.Root).DistinctBy(static m => m.Exchange).Take(options.MostHosts)
            .Select(m => (Record: m, Answer: LooksUp(m.Exchange) ? m.Exchange == domain ? own : HostAnswer.Find(dns, m.Exchange, cancel) : null)).ToList();
        var hosts = new List<(MailHost, HostAnswer?)>();
        foreach (var (record, question) in named)
        {
            var answer = question is null ? null : await question;
            hosts.Add((Host(record, answer), answer));
        }

        return hosts;
    }

    private static MailHost Host(DnsData.Mx record, HostAnswer? answer) =>
        answer is not null ? new MailHost(record.Preference, record.Exchange, answer.State, answer.Addresses) { Canonical = answer.Canonical }
        : MxFindings.Literal(record.Exchange) is { } address ? new MailHost(record.Preference, record.Exchange, MailHostState.Literal, [address])
        : new MailHost(record.Preference, record.Exchange, MailHostState.NxDomain, []);

    /// <summary>False where the time ran out during the look-up: nobody is to blame for that.</summary>
    private static bool IsKnown(MailHost host, CancellationToken cancel) => host.State != MailHostState.Unresolvable || !cancel.IsCancellationRequested;

    private static bool LooksUp(string exchange) => MxFindings.Literal(exchange) is null && !MxFindings.IsVerification(exchange);

    private static MailRoute Failed(DnsResponse response, CancellationToken cancel) =>
        response.Outcome == DnsOutcome.NotAsked || (response.IsSilence && cancel.IsCancellationRequested) ? MailRoute.Unknown : MailRoute.Broken;
}
