using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>What an authoritative server answers (RFC 1034 section 4.3.2, without recursion).</summary>
internal static class Authority
{
    private const int LongestAliasChain = 8;

    /// <summary>The answer; null for a server that is silent.</summary>
    public static LabAnswer? Answer(NameServer server, string name, DnsType type) => server.State switch
    {
        NameServerState.Silent => null,
        NameServerState.Fails => new LabAnswer(LabAnswer.ServFail),
        _ => ZoneOf(server, name, type) is { } zone ? Answer(zone, name, type) : new LabAnswer(LabAnswer.Refused),
    };

    /// <summary>The deepest zone that holds the name. A DS record is the parent's, where the server has both.</summary>
    private static Zone? ZoneOf(NameServer server, string name, DnsType type)
    {
        var holding = server.Zones.Where(z => Names.IsWithin(name, z.Name)).OrderByDescending(static z => z.Name == Names.Root ? 0 : z.Name.Length).ToList();
        return type == DnsType.Ds && holding is [{ } zone, { } parent, ..] && zone.Name == name ? parent : holding.FirstOrDefault();
    }

    private static LabAnswer Answer(Zone zone, string name, DnsType type)
    {
        List<DnsRecord> answers = [];
        for (var step = 0; step < LongestAliasChain; step++)
        {
            if (Cut(zone, name, type) is { } cut)
                return answers.Count == 0 ? Referral(zone, cut) : Positive(zone, answers);
            var owner = OwnerFor(zone, name);
            List<DnsRecord> found = [.. zone.At(owner, type).Select(r => r with { Name = name })];
            if (found.Count > 0) return Positive(zone, [.. answers, .. found]);
            if (zone.At(owner, DnsType.Cname).FirstOrDefault() is not { Data: DnsData.Target target } alias)
                return answers.Count > 0 ? Positive(zone, answers) : Negative(zone, zone.Exists(owner));
            answers.Add(alias with { Name = name });
            if (!Names.IsWithin(target.Name, zone.Name)) break;
            name = target.Name;
        }

        return Positive(zone, answers);
    }

    /// <summary>The name whose records answer: the name itself, or the wildcard that stands for it (RFC 4592).</summary>
    private static string OwnerFor(Zone zone, string name)
    {
        if (zone.Exists(name)) return name;
        for (var encloser = Names.Parent(name); Names.IsWithin(encloser, zone.Name); encloser = Names.Parent(encloser))
        {
            var wildcard = Names.Absolute("*", encloser);
            if (zone.At(wildcard).Any()) return wildcard;
            if (encloser == zone.Name || zone.Exists(encloser)) break;
        }

        return name;
    }

    /// <summary>The delegation that the name lies at or under; null where there is none. A DS record at the cut is this zone's.</summary>
    private static string? Cut(Zone zone, string name, DnsType type)
    {
        string? cut = null;
        for (var at = name; at != zone.Name && Names.IsBelow(at, zone.Name); at = Names.Parent(at))
            if (zone.At(at, DnsType.Ns).Any() && !(at == name && type == DnsType.Ds)) cut = at;
        return cut;
    }

    private static LabAnswer Referral(Zone zone, string cut)
    {
        List<DnsRecord> servers = [.. zone.At(cut, DnsType.Ns)];
        return new LabAnswer(LabAnswer.NoError)
        {
            Authority = [.. servers, .. zone.At(cut, DnsType.Ds)],
            Additional = AddressesOf(zone, servers),
            Signing = zone.Signing,
        };
    }

    private static LabAnswer Positive(Zone zone, List<DnsRecord> answers) => new(LabAnswer.NoError)
    {
        Authoritative = true,
        Answers = answers,
        Additional = AddressesOf(zone, answers),
        Signing = zone.Signing,
    };

    private static LabAnswer Negative(Zone zone, bool exists) => new(exists ? LabAnswer.NoError : LabAnswer.NxDomain)
    {
        Authoritative = true,
        Authority = [zone.Soa],
        Signing = zone.Signing,
    };

    private static List<DnsRecord> AddressesOf(Zone zone, IEnumerable<DnsRecord> records) =>
        [.. records.Select(static r => r switch
            {
                { Type: DnsType.Ns, Data: DnsData.Target target } => target.Name,
                { Data: DnsData.Mx mx } => mx.Exchange,
                _ => null,
            }).OfType<string>().Distinct().SelectMany(n => zone.At(n).Where(static r => r.Type is DnsType.A or DnsType.Aaaa))];
}
