using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Finds out all that the DNS says of a domain's mail: through the resolver, and of each authoritative server itself. What does not
/// depend on each other is asked at once, so that the way down from the root is the longest chain.
/// </summary>
public sealed class DomainSurveyor(IDns dns, SurveyOptions options)
{
    /// <summary>The whole survey. Never throws; a token that is cancelled leaves the rest unknown.</summary>
    /// <param name="domain">The domain, in A-labels, lower case, without a final dot.</param>
    /// <param name="cancel">Ends it.</param>
    public Task<DomainSurvey> Survey(string domain, CancellationToken cancel) => Start(domain, cancel).Survey;

    /// <summary>The same in two parts: where mail goes is known first.</summary>
    public SurveyRun Start(string domain, CancellationToken cancel)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var asked = new AskedOnce(dns, options.MostQuestions);
        var routing = new MailRouteFinder(asked, options).Find(domain, stop.Token);
        return new SurveyRun(routing, Whole(domain, asked, routing, stop, cancel));
    }

    private async Task<DomainSurvey> Whole(string domain, AskedOnce asked, Task<MailRouting> routing, CancellationTokenSource stop, CancellationToken cancel)
    {
        using var ended = stop;
        var registry = options.Rdap?.Find(RegisteredDomain(domain), stop.Token);
        var resolver = AskResolver(domain, asked, stop.Token);
        var walk = WalkAndAsk(domain, asked, stop.Token);
        var seen = await routing;
        var (delegation, servers) = await walk;
        var route = await Decide(domain, asked, seen, delegation, servers, stop.Token);
        var answers = await resolver;
        var registered = registry is null ? null : await registry;

        var heard = cancel.IsCancellationRequested ? [] : Heard(asked.Wire);
        var survey = new SurveyReport(domain, seen.Mx, route, answers, delegation, servers, registered, heard).ToSurvey(asked.Wire);
        End(stop);
        return survey;
    }

    private async Task<ResolverAnswers> AskResolver(string domain, AskedOnce asked, CancellationToken cancel)
    {
        Task<DnsResponse> Ask(DnsQuery query) => asked.Ask(query, cancel).AsTask();
        var mxQuery = new MailRouteFinder(asked, options).MxQuery(domain);
        var mx = Ask(mxQuery);
        var ns = Ask(new DnsQuery(domain, DnsType.Ns));
        var soa = Ask(new DnsQuery(domain, DnsType.Soa));
        var txt = options.AskSpf ? Ask(new DnsQuery(domain, DnsType.Txt)) : null;
        var ds = options.AskDnssec ? Ask(new DnsQuery(domain, DnsType.Ds) { DnssecOk = true }) : null;
        var checkedMx = await mx;
        var open = checkedMx.Outcome == DnsOutcome.ServFail && options.AskDnssec ? Ask(mxQuery with { CheckingDisabled = true }) : null;
        var root = checkedMx.IsSilence ? Ask(new DnsQuery(Names.Root, DnsType.Ns)) : null;
        return new ResolverAnswers(await ns, await soa)
        {
            Txt = txt is null ? null : await txt,
            Ds = ds is null ? null : await ds,
            Unchecked = open is null ? null : await open,
            IsSilent = root is not null && (await root).IsSilence && !cancel.IsCancellationRequested,
        };
    }

    private async Task<(Delegation?, IReadOnlyList<NameServerAnswer>)> WalkAndAsk(string domain, AskedOnce asked, CancellationToken cancel)
    {
        if (!options.WalkDelegation || options.Roots.Count == 0) return (null, []);
        var delegation = await new DelegationWalker(asked, options).Walk(domain, cancel);
        return (delegation, await new ServerSurveyor(asked, options).Ask(domain, delegation, cancel));
    }

    /// <summary>Where the resolver cannot say where mail goes, the authoritative servers can: a denial by the parent, or what one of them answers.</summary>
    private async Task<MailRouting> Decide(string domain, AskedOnce asked, MailRouting seen, Delegation? delegation, IReadOnlyList<NameServerAnswer> servers, CancellationToken cancel)
    {
        if (seen.Mx.Tells) return seen;
        if (delegation?.Outcome == DnsOutcome.NxDomain) return seen with { Route = MailRoute.NxDomain };
        var good = servers.FirstOrDefault(static s => s.IsGood);
        if (good is null) return seen;
        var walked = new WalkedDns(asked, new DelegationWalker(asked, options));
        return await new MailRouteFinder(walked, options).Read(domain, good.Mx, HostAnswer.Find(walked, domain, cancel), cancel);
    }

    /// <summary>Ends the questions whose answers are no longer needed, as those of slower servers.</summary>
    private static void End(CancellationTokenSource stop) => stop.Cancel();

    private static HashSet<AddressFamily> Heard(IReadOnlyList<DnsResponse> wire) =>
        [.. wire.Where(static r => r.Query.Server is not null && !r.IsSilence && r.Outcome != DnsOutcome.NotAsked).Select(static r => r.Query.Server!.AddressFamily)];

    private static string RegisteredDomain(string domain) => Smtp.DomainName.Parse(domain)?.OrganisationalDomain.Ascii ?? domain;
}
