using System.Net;

namespace Gatepost.Evidence.Dns;

/// <summary>A zone as its parent delegates it.</summary>
/// <param name="Name">The zone's name.</param>
/// <param name="Servers">The names of its servers, bounded.</param>
/// <param name="Glue">Addresses that came with the delegation from a server with a say in them.</param>
internal sealed record ZoneCut(string Name, IReadOnlyList<string> Servers, ILookup<string, IPAddress> Glue)
{
    /// <summary>True where the parent holds a DS record.</summary>
    public bool IsSigned { get; init; }

    /// <summary>
    /// The zone cut below <paramref name="zone"/> on the way to <paramref name="name"/> that a response of one of the zone's servers
    /// tells: by a referral, or by answering for the lower zone that it serves too. Null where there is none. What leads upward, to the
    /// zone itself or aside is none, so that every cut is nearer to the name.
    /// </summary>
    public static ZoneCut? Read(DnsResponse response, string zone, string name, int mostServers)
    {
        if (response.Outcome is not (DnsOutcome.Referral or DnsOutcome.NoData or DnsOutcome.Answer)) return null;
        var records = response.Answers.Concat(response.Authority)
            .Where(r => r.Type == DnsType.Ns && Names.IsBelow(r.Name, zone) && Names.IsWithin(name, r.Name)).ToList();
        if (records.Count == 0) return null;
        var cut = records.MaxBy(static r => r.Name.Length)!.Name;
        var servers = records.Where(r => r.Name == cut).Select(static r => r.Data).OfType<DnsData.Target>()
            .Select(static t => t.Name).Distinct().Order(StringComparer.Ordinal).Take(mostServers).ToList();
        if (servers.Count == 0) return null;
        var glue = response.Additional
            .Where(r => r.Type is DnsType.A or DnsType.Aaaa && Names.IsWithin(r.Name, zone) && servers.Contains(r.Name))
            .Where(static r => r.Data is DnsData.Address)
            .ToLookup(static r => r.Name, static r => ((DnsData.Address)r.Data).Value);
        return new ZoneCut(cut, servers, glue) { IsSigned = response.Authority.Any(r => r.Type == DnsType.Ds && r.Name == cut) };
    }
}
