using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// A DNS in memory: authoritative servers by address, each with the zones it serves, and a resolver that recurses over them.
/// An address that serves nothing never answers; a server refuses what it does not serve.
/// </summary>
internal sealed class ZoneDns : IDns
{
    public static readonly IPEndPoint ResolverAddress = new(IPAddress.Parse("192.0.2.53"), 53);
    private const int MostDepth = 8;

    private readonly Dictionary<IPAddress, List<ZoneText>> _servers = [];
    private readonly Dictionary<IPAddress, Func<DnsQuery, DnsResponse>> _rogues = [];
    private readonly HashSet<(IPAddress, string)> _failing = [];
    private readonly List<IPAddress> _roots = [];

    /// <summary>Zones whose signatures do not hold: the resolver fails unless told not to check.</summary>
    public HashSet<string> Bogus { get; } = [];

    /// <summary>Zones in which the resolver fails once, whatever the reason: not when it is asked again without checking.</summary>
    public HashSet<string> Flaky { get; } = [];

    /// <summary>Zones whose signatures hold.</summary>
    public HashSet<string> Secure { get; } = [];

    /// <summary>True where the resolver never answers.</summary>
    public bool IsResolverSilent { get; set; }

    /// <summary>The time at which everything is asked.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Every question, in order.</summary>
    public List<DnsQuery> Asked { get; } = [];

    /// <summary>Addresses of the servers of the root zone.</summary>
    public IReadOnlyList<IPAddress> Roots => _roots;

    public ZoneDns Serve(string address, string zone, string records)
    {
        var at = IPAddress.Parse(address);
        if (!_servers.TryGetValue(at, out var zones)) _servers[at] = zones = [];
        zones.Add(new ZoneText(zone, records));
        if (zone == ".") _roots.Add(at);
        return this;
    }

    /// <summary>A server that could not load a zone.</summary>
    public ZoneDns Fail(string address, string zone)
    {
        _failing.Add((IPAddress.Parse(address), zone));
        return this;
    }

    /// <summary>A server that answers whatever it likes.</summary>
    public ZoneDns Rogue(string address, Func<DnsQuery, DnsResponse> answer)
    {
        _rogues[IPAddress.Parse(address)] = answer;
        return this;
    }

    public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
    {
        lock (Asked) Asked.Add(query);
        var server = query.Server ?? ResolverAddress;
        var response = cancel.IsCancellationRequested ? new DnsResponse(query, DnsOutcome.Timeout)
            : query.Server is null ? Resolve(query) : At(server.Address, query);
        return ValueTask.FromResult(response with { Query = query, Server = server, ObservedAt = Now });
    }

    private DnsResponse At(IPAddress address, DnsQuery query)
    {
        if (_rogues.TryGetValue(address, out var rogue)) return rogue(query);
        if (_failing.Any(f => f.Item1.Equals(address) && ZoneText.Within(query.Name, f.Item2))) return new DnsResponse(query, DnsOutcome.ServFail) { Rcode = 2 };
        if (!_servers.TryGetValue(address, out var zones)) return new DnsResponse(query, DnsOutcome.Timeout);
        var zone = zones.Where(z => ZoneText.Within(query.Name, z.Name) && !(query.Type == DnsType.Ds && query.Name == z.Name && zones.Any(p => p != z && ZoneText.Within(z.Name, p.Name))))
            .MaxBy(static z => z.Name == "." ? 0 : z.Name.Length);
        return zone?.Answer(query) ?? new DnsResponse(query, DnsOutcome.Refused) { Rcode = 5 };
    }

    private DnsResponse Resolve(DnsQuery query)
    {
        if (IsResolverSilent) return new DnsResponse(query, DnsOutcome.Timeout);
        if (!query.CheckingDisabled && Bogus.Any(z => ZoneText.Within(query.Name, z)))
            return new DnsResponse(query, DnsOutcome.ServFail) { Rcode = 2, RecursionAvailable = true, Errors = [new ExtendedDnsError(6, "signature crypto failed")] };
        if (!query.CheckingDisabled && Flaky.Any(z => ZoneText.Within(query.Name, z))) return new DnsResponse(query, DnsOutcome.ServFail) { Rcode = 2, RecursionAvailable = true };
        var response = Recurse(query, 0);
        return response with { Authoritative = false, RecursionAvailable = true, AuthenticData = query.DnssecOk && response.Rcode is 0 or 3 && Secure.Any(z => ZoneText.Within(query.Name, z)) };
    }

    private DnsResponse Recurse(DnsQuery query, int depth)
    {
        var failure = new DnsResponse(query, DnsOutcome.ServFail) { Rcode = 2 };
        if (depth > MostDepth) return failure;
        IEnumerable<IPAddress> servers = _roots;
        for (var step = 0; step < MostDepth; step++)
        {
            var answers = servers.Select(s => At(s, query)).ToList();
            var useful = answers.FirstOrDefault(static a => a.Outcome == DnsOutcome.Referral || (a.Authoritative && a.Rcode is 0 or 3));
            if (useful is null) return answers.Count > 0 && answers.All(static a => a.Outcome == DnsOutcome.Timeout) ? new DnsResponse(query, DnsOutcome.Timeout) : failure;
            if (useful.Outcome != DnsOutcome.Referral) return Aliased(useful, query, depth);
            var glue = useful.Additional.Select(static r => r.Data).OfType<DnsData.Address>().Select(static a => a.Value).ToList();
            servers = glue.Count > 0 ? glue : useful.Authority.Select(static r => r.Data).OfType<DnsData.Target>()
                .SelectMany(t => Recurse(new DnsQuery(t.Name, DnsType.A), depth + 1).Data<DnsData.Address>().Select(static a => a.Value)).ToList();
        }

        return failure;
    }

    private DnsResponse Aliased(DnsResponse response, DnsQuery query, int depth)
    {
        if (response.Outcome != DnsOutcome.Answer || response.Answers.Any(r => r.Type == query.Type)) return response;
        var target = (DnsData.Target)response.Answers[0].Data;
        var rest = Recurse(query with { Name = target.Name }, depth + 1);
        return rest with { Query = query, Answers = [.. response.Answers, .. rest.Answers] };
    }
}
