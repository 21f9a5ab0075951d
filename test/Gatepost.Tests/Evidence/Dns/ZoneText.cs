using System.Globalization;
using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

/// <summary>
/// A zone from a small text, a record a line: <c>name [ttl] type data</c>. Names are relative to the zone unless they end in a dot,
/// <c>@</c> is the zone itself; SOA needs only its serial; everything after TXT is one text.
/// </summary>
internal sealed class ZoneText
{
    private readonly List<DnsRecord> _records = [];

    public ZoneText(string name, string records)
    {
        Name = name;
        foreach (var line in records.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) _records.Add(Record(line));
    }

    public string Name { get; }

    private DnsRecord Soa => _records.FirstOrDefault(r => r.Type == DnsType.Soa && r.Name == Name)
        ?? new DnsRecord(Name, DnsType.Soa, 3600, new DnsData.Soa("ns." + Name, "hostmaster." + Name, 1, 7200, 900, 86400, 300));

    /// <summary>What a server of the zone answers (RFC 1034 section 4.3.2); wildcards are not known.</summary>
    public DnsResponse Answer(DnsQuery query)
    {
        var cut = _records.Where(r => r.Type == DnsType.Ns && r.Name != Name && Within(query.Name, r.Name) && !(r.Name == query.Name && query.Type == DnsType.Ds))
            .Select(static r => r.Name).MinBy(static n => n.Length);
        if (cut is not null)
        {
            var servers = _records.Where(r => r.Type == DnsType.Ns && r.Name == cut).ToList();
            var signed = query.DnssecOk ? _records.Where(r => r.Type == DnsType.Ds && r.Name == cut) : [];
            return new DnsResponse(query, DnsOutcome.Referral) { Rcode = 0, Authority = [.. servers, .. signed], Additional = Glue(servers) };
        }

        var here = _records.Where(r => r.Name == query.Name).ToList();
        var found = here.Where(r => r.Type == query.Type || r.Type == DnsType.Cname).ToList();
        if (found.Count > 0)
        {
            var isAlias = found.All(r => r.Type != query.Type);
            return new DnsResponse(query, DnsOutcome.Answer) { Rcode = 0, Authoritative = true, Answers = found, Additional = isAlias ? [] : Glue(found) };
        }

        var exists = here.Count > 0 || _records.Any(r => r.Name.EndsWith("." + query.Name, StringComparison.Ordinal));
        return new DnsResponse(query, exists ? DnsOutcome.NoData : DnsOutcome.NxDomain) { Rcode = exists ? 0 : 3, Authoritative = true, Authority = [Soa] };
    }

    public static bool Within(string name, string zone) => zone == "." || name == zone || name.EndsWith("." + zone, StringComparison.Ordinal);

    private List<DnsRecord> Glue(IEnumerable<DnsRecord> records)
    {
        var names = records.Select(static r => r.Data).OfType<DnsData.Target>().Select(static t => t.Name).ToHashSet();
        return [.. _records.Where(r => r.Type is DnsType.A or DnsType.Aaaa && names.Contains(r.Name))];
    }

    private DnsRecord Record(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hasTtl = uint.TryParse(words[1], out var ttl);
        var type = Enum.Parse<DnsType>(words[hasTtl ? 2 : 1], ignoreCase: true);
        var data = words[(hasTtl ? 3 : 2)..];
        return new DnsRecord(Absolute(words[0]), type, hasTtl ? ttl : 3600, type switch
        {
            DnsType.A or DnsType.Aaaa => new DnsData.Address(IPAddress.Parse(data[0])),
            DnsType.Ns or DnsType.Cname or DnsType.Ptr => new DnsData.Target(Absolute(data[0])),
            DnsType.Mx => new DnsData.Mx(int.Parse(data[0], CultureInfo.InvariantCulture), Absolute(data[1])),
            DnsType.Txt => new DnsData.Txt(string.Join(' ', data)),
            DnsType.Soa => new DnsData.Soa("ns." + Name, "hostmaster." + Name, uint.Parse(data[0], CultureInfo.InvariantCulture), 7200, 900, 86400, 300),
            _ => new DnsData.Octets(System.Text.Encoding.ASCII.GetBytes(string.Join(' ', data))),
        });
    }

    private string Absolute(string name) =>
        name == "." ? "." : name == "@" ? Name : name.EndsWith('.') ? name[..^1] : Name == "." ? name : name + "." + Name;
}
