using System.Globalization;
using System.Net.Sockets;

namespace Gatepost.Evidence.Dns;

/// <summary>What the delegation and the answers of the authoritative servers tell.</summary>
internal static class ServerFindings
{
    private const uint ShortTtl = 300;

    /// <summary>Everything found. Servers of an address family in which nothing at all answered are not called silent: it may be the way there.</summary>
    public static IEnumerable<DnsFinding> Of(string domain, Delegation delegation, IReadOnlyList<NameServerAnswer> servers, IReadOnlySet<AddressFamily> heard)
    {
        var said = $"delegation of {delegation.Zone}";
        if (delegation.Outcome == DnsOutcome.NxDomain)
            yield return new DnsFinding(DnsFindingKind.NxDomain, domain, $"{domain} does not exist: the servers of {Zone(delegation.Zone)} say NXDOMAIN", delegation.Steps.Last(static s => s.Outcome == DnsOutcome.NxDomain).Provenance);
        foreach (var name in delegation.Servers.Where(s => delegation.Addresses.GetValueOrDefault(s, []).Count == 0))
            yield return new DnsFinding(DnsFindingKind.ServerWithoutAddress, name, $"the name server {name} of {delegation.Zone} has no address that can be found", said);
        foreach (var server in servers)
            if (OfServer(delegation.Zone, server, heard) is { } finding) yield return finding;
        if (IsWithoutServer(delegation, servers, heard))
            yield return new DnsFinding(DnsFindingKind.NoWorkingServer, domain, $"none of the name servers of {delegation.Zone} ({string.Join(", ", delegation.Servers)}) answers for it", said);
        foreach (var finding in OfDifferences(domain, delegation, servers)) yield return finding;
    }

    private static bool IsWithoutServer(Delegation delegation, IReadOnlyList<NameServerAnswer> servers, IReadOnlySet<AddressFamily> heard) =>
        delegation.Servers.Count > 0 && delegation.Outcome != DnsOutcome.NxDomain && !servers.Any(static s => s.IsGood)
        && delegation.Servers.Select(name => delegation.Addresses.GetValueOrDefault(name, [])).All(a => a.Count == 0 || a.Any(at => heard.Contains(at.AddressFamily)))
        && servers.All(static s => s.Mx.Outcome != DnsOutcome.NotAsked);

    private static DnsFinding? OfServer(string zone, NameServerAnswer server, IReadOnlySet<AddressFamily> heard)
    {
        var where = $"{server.Server} ({server.Address})";
        return server switch
        {
            { IsGood: true } => null,
            { IsSilent: true } => !heard.Contains(server.Address.AddressFamily) ? null
                : new DnsFinding(DnsFindingKind.SilentServer, server.Server, $"the name server {where} of {zone} does not answer", where),
            { Mx.Outcome: DnsOutcome.ServFail } => new DnsFinding(DnsFindingKind.FailingServer, server.Server, $"the name server {where} cannot answer for {zone} (SERVFAIL): it could not load the zone", where),
            { IsLame: true } => new DnsFinding(DnsFindingKind.LameServer, server.Server, $"the name server {where} does not serve {zone} ({Lame(server.Mx)})", where),
            { Mx.Outcome: DnsOutcome.NotAsked } => null,
            _ => new DnsFinding(DnsFindingKind.FailingServer, server.Server, $"the name server {where} cannot answer for {zone} ({server.Mx.OutcomeInWords})", where),
        };
    }

    private static string Lame(DnsResponse response) =>
        response.Outcome is DnsOutcome.Answer or DnsOutcome.NoData or DnsOutcome.NxDomain ? "it answers without authority" : response.OutcomeInWords;

    private static IEnumerable<DnsFinding> OfDifferences(string domain, Delegation delegation, IReadOnlyList<NameServerAnswer> servers)
    {
        var zone = delegation.Zone;
        var sets = Differing(servers, static s => s.MxSet);
        var serials = Differing(servers, static s => s.Serial?.ToString(CultureInfo.InvariantCulture));
        if (sets.Count > 1)
        {
            var says = string.Join("; ", sets.Select(static s => $"{string.Join(", ", s)}: {(s.Key.Length == 0 ? "no MX" : s.Key)}"));
            yield return new DnsFinding(DnsFindingKind.InconsistentMx, domain, $"the name servers of {zone} give different MX records: {says}", "name servers");
            yield return new DnsFinding(DnsFindingKind.ChangeUnderWay, domain, $"a change of the MX records of {domain} has not reached every name server", "name servers");
        }

        if (serials.Count > 1)
        {
            var says = string.Join("; ", serials.Select(static s => $"{string.Join(", ", s)}: {s.Key}"));
            yield return new DnsFinding(DnsFindingKind.InconsistentSerial, zone, $"the name servers of {zone} have different serials: {says}", "name servers");
            if (sets.Count <= 1 && servers.Where(static s => s.IsGood).MaxBy(static s => s.Serial) is { } newest && IsOfToday(newest))
                yield return new DnsFinding(DnsFindingKind.ChangeUnderWay, domain, $"{zone} was changed within a day (serial {newest.Serial}), and not every name server has that state", "name servers");
        }

        if (sets.Count <= 1 && serials.Count <= 1 && Fresh(servers) is { } fresh)
            yield return new DnsFinding(DnsFindingKind.ChangeUnderWay, domain, $"{zone} was changed within a day (serial {fresh.Serial}) and its MX records may be kept for only {fresh.Ttl} s, as before a move", "name servers");

        var inZone = servers.Where(static s => s.Ns is { Authoritative: true, Outcome: DnsOutcome.Answer })
            .Select(s => string.Join(", ", s.Ns!.Answers.Where(r => r.Name == zone && r.Type == DnsType.Ns).Select(static r => r.Data).OfType<DnsData.Target>().Select(static t => t.Name).Distinct().Order(StringComparer.Ordinal)))
            .Where(static s => s.Length > 0).Distinct();
        var parents = string.Join(", ", delegation.Servers.Order(StringComparer.Ordinal));
        foreach (var own in inZone.Where(o => o != parents))
            yield return new DnsFinding(DnsFindingKind.ParentChildMismatch, zone, $"the parent delegates {zone} to {parents}, the zone itself names {own}", "name servers");
    }

    private static List<IGrouping<string, string>> Differing(IReadOnlyList<NameServerAnswer> servers, Func<NameServerAnswer, string?> of) =>
        [.. servers.Where(s => s.IsGood && of(s) is not null).GroupBy(s => of(s)!, static s => $"{s.Server} ({s.Address})").OrderBy(static g => g.Key, StringComparer.Ordinal)];

    /// <summary>True where the serial is dated (YYYYMMDDnn, RFC 1912 section 2.2) today or a day beside it, by the time of asking.</summary>
    private static bool IsOfToday(NameServerAnswer server)
    {
        if (server.Serial is not { } serial || server.Soa.ObservedAt == default) return false;
        if (!DateOnly.TryParseExact((serial / 100).ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dated)) return false;
        return Math.Abs(DateOnly.FromDateTime(server.Soa.ObservedAt.UtcDateTime).DayNumber - dated.DayNumber) <= 1;
    }

    /// <summary>A server with a serial of today beside a short TTL of the MX records.</summary>
    private static (uint Serial, uint Ttl)? Fresh(IReadOnlyList<NameServerAnswer> servers)
    {
        foreach (var server in servers.Where(static s => s.IsGood))
        {
            var ttl = server.Mx.Answers.Where(static r => r.Type == DnsType.Mx).Select(static r => (uint?)r.Ttl).Min();
            if (ttl <= ShortTtl && IsOfToday(server)) return (server.Serial!.Value, ttl.Value);
        }

        return null;
    }

    private static string Zone(string zone) => zone == Names.Root ? "the root" : zone;
}
