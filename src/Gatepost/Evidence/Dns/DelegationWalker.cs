using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Walks from the root down to the servers of a zone without recursion (RFC 1034 section 5.3.3), as a resolver would, and keeps what
/// a resolver hides: which step fails, and how.
/// </summary>
/// <remarks>
/// Everything is bounded: each cut lies below the one before, names of servers are looked up at most
/// <see cref="SurveyOptions.MostDetours"/> deep and <see cref="SurveyOptions.MostServerLookups"/> often, a name that is needed to find
/// itself has no address, and the questions go through <see cref="AskedOnce"/>.
/// </remarks>
public sealed class DelegationWalker(IDns dns, SurveyOptions options)
{
    private const int MostTries = 8;
    private const int Together = 2;
    private const int MostUnglued = 4;
    private static readonly ZoneCut Root = new(Names.Root, [], Enumerable.Empty<IPAddress>().ToLookup(static _ => ""));

    private readonly IDns _dns = dns as AskedOnce ?? new AskedOnce(dns, options.MostQuestions);
    private int _lookups;

    /// <summary>Walks to the zone that holds a domain. Never throws.</summary>
    public async Task<Delegation> Walk(string domain, CancellationToken cancel)
    {
        var steps = new List<DnsResponse>();
        var (cut, last) = await Descend(Root, domain, [], steps, cancel);
        var addresses = await Task.WhenAll(cut.Servers.Select(s => AddressesOf(s, cut, [], cancel)));
        return new Delegation(cut.Name, cut.Servers)
        {
            Addresses = cut.Servers.Zip(addresses).ToDictionary(static p => p.First, static p => p.Second),
            Outcome = OutcomeOf(last, cut.Name == domain),
            IsSigned = cut.IsSigned,
            Steps = steps,
        };
    }

    /// <summary>How the walk ended. A server that answers without authority, or refers elsewhere than down, as good as refuses.</summary>
    private static DnsOutcome OutcomeOf(DnsResponse? last, bool isReached)
    {
        if (last is null) return isReached ? DnsOutcome.Referral : DnsOutcome.Unreachable;
        if (last is { Authoritative: true, Outcome: DnsOutcome.NxDomain }) return DnsOutcome.NxDomain;
        if (isReached || (last.Authoritative && last.Tells)) return DnsOutcome.Referral;
        return last.Tells || last.Outcome == DnsOutcome.Referral ? DnsOutcome.Refused : last.Outcome;
    }

    /// <summary>Answers a question without the resolver, as the servers of the name's zone answer it; null where none has an address.</summary>
    internal async Task<DnsResponse?> Resolve(DnsQuery query, CancellationToken cancel)
    {
        var (zone, _) = await Descend(Root, Names.Parent(query.Name), [], null, cancel);
        return await AskDown(zone, query, [], cancel);
    }

    /// <summary>Goes down to the lowest zone cut on the way to a name. The last response is the one that ended the walk; null where no server had an address.</summary>
    private async Task<(ZoneCut Cut, DnsResponse? Last)> Descend(ZoneCut cut, string name, ImmutableList<string> detour, List<DnsResponse>? steps, CancellationToken cancel)
    {
        DnsResponse? last = null;
        for (var step = 0; step < options.MostSteps; step++)
        {
            last = await AskZone(cut, new DnsQuery(name, DnsType.Ns) { DnssecOk = true }, detour, steps, cancel);
            if (last is null) break;
            if (ZoneCut.Read(last, cut.Name, name, options.MostServers) is { } below)
            {
                cut = last.Authoritative && last.Outcome == DnsOutcome.Answer ? await Cohosted(below, cut, detour, cancel) : below;
                if (cut.Name == name) break;
            }
            else if (Apex(last) is { } apex && Names.IsBelow(apex, cut.Name) && Names.IsBelow(name, apex))
            {
                // The server holds the lower zone too, so there was no referral: its apex tells the cut.
                var (lower, _) = await Descend(cut, apex, detour, steps, cancel);
                return (lower, last);
            }
            else
            {
                break;
            }
        }

        return (cut, last);
    }

    /// <summary>A zone found at its parent's servers without a referral: whether it is signed must be asked for.</summary>
    private async Task<ZoneCut> Cohosted(ZoneCut below, ZoneCut parent, ImmutableList<string> detour, CancellationToken cancel)
    {
        var ds = await AskZone(parent, new DnsQuery(below.Name, DnsType.Ds), detour, null, cancel);
        return below with { IsSigned = ds?.Outcome == DnsOutcome.Answer };
    }

    /// <summary>Asks the servers of a zone until one is of use: those whose addresses came with the delegation first.</summary>
    private async Task<DnsResponse?> AskZone(ZoneCut cut, DnsQuery query, ImmutableList<string> detour, List<DnsResponse>? steps, CancellationToken cancel)
    {
        var near = Usable(cut.Name == Names.Root ? options.Roots : cut.Servers.SelectMany(s => cut.Glue[s]));
        var last = await AskAny(near, cut, query, steps, cancel);
        if (last is not null && IsOfUse(last, cut, query.Name)) return last;
        var unglued = cut.Servers.Where(s => !cut.Glue.Contains(s)).Take(MostUnglued);
        var far = await Task.WhenAll(unglued.Select(s => AddressesOf(s, cut, detour, cancel)));
        return await AskAny(Usable(far.SelectMany(static a => a).Except(near)), cut, query, steps, cancel) ?? last;
    }

    private async Task<DnsResponse?> AskAny(IReadOnlyList<IPAddress> servers, ZoneCut cut, DnsQuery query, List<DnsResponse>? steps, CancellationToken cancel)
    {
        DnsResponse? last = null;
        foreach (var some in servers.Take(MostTries).Chunk(Together))
        {
            var pending = some.Select(s => _dns.Ask(query.At(new IPEndPoint(s, options.DnsPort)), cancel).AsTask()).ToList();
            while (pending.Count > 0)
            {
                var done = await Task.WhenAny(pending);
                pending.Remove(done);
                last = await done;
                steps?.Add(last);
                if (IsOfUse(last, cut, query.Name)) return last;
            }

            if (cancel.IsCancellationRequested) break;
        }

        return last;
    }

    private bool IsOfUse(DnsResponse response, ZoneCut cut, string name) =>
        ZoneCut.Read(response, cut.Name, name, options.MostServers) is not null
        || (response.Authoritative && response.Tells && (Apex(response) is not { } apex || Names.IsWithin(apex, cut.Name)));

    /// <summary>The addresses of a name server: its glue, or looked up from the root. A name that is needed to find itself has none.</summary>
    private async Task<IReadOnlyList<IPAddress>> AddressesOf(string server, ZoneCut cut, ImmutableList<string> detour, CancellationToken cancel)
    {
        if (cut.Glue.Contains(server)) return [.. cut.Glue[server].Distinct().Order(AddressOrder)];
        if (server == Names.Root || detour.Contains(server) || detour.Count >= options.MostDetours) return [];
        if (Interlocked.Increment(ref _lookups) > options.MostServerLookups) return [];
        detour = detour.Add(server);
        var (zone, _) = await Descend(Root, Names.Parent(server), detour, null, cancel);
        var answers = await Task.WhenAll(AskDown(zone, new DnsQuery(server, DnsType.A), detour, cancel), AskDown(zone, new DnsQuery(server, DnsType.Aaaa), detour, cancel));
        return [.. answers.OfType<DnsResponse>().SelectMany(static a => a.Addresses).Distinct().Order(AddressOrder)];
    }

    /// <summary>Asks a zone's servers, and those of the zones below that they refer to.</summary>
    private async Task<DnsResponse?> AskDown(ZoneCut zone, DnsQuery query, ImmutableList<string> detour, CancellationToken cancel)
    {
        DnsResponse? response = null;
        for (var step = 0; step < options.MostSteps; step++)
        {
            response = await AskZone(zone, query, detour, null, cancel);
            if (response is null || ZoneCut.Read(response, zone.Name, query.Name, options.MostServers) is not { } below) break;
            zone = below;
        }

        return response;
    }

    private List<IPAddress> Usable(IEnumerable<IPAddress> addresses) =>
        [.. addresses.Distinct().Where(a => options.UseIPv6 || a.AddressFamily == AddressFamily.InterNetwork).Order(AddressOrder).Take(options.MostServerAddresses)];

    private static string? Apex(DnsResponse response) => response.Authority.FirstOrDefault(static r => r.Type == DnsType.Soa)?.Name;

    /// <summary>IPv4 first: hosts without IPv6 are commoner than those without IPv4. Otherwise as they come.</summary>
    private static Comparer<IPAddress> AddressOrder { get; } = Comparer<IPAddress>.Create(static (a, b) => a.AddressFamily.CompareTo(b.AddressFamily));
}
