using System.Globalization;

namespace Gatepost.RealServers.Names;

/// <summary>A domain as its name servers have it, and as its parent delegates it. Served whole and unsigned unless it says otherwise.</summary>
/// <param name="domain">Without a final dot.</param>
internal sealed class Zone(string domain)
{
    public string Domain => domain;

    /// <summary>Lines of the zone file beside SOA and NS, relative to the domain.</summary>
    public List<string> Records { get; } = [];

    /// <summary>What the second name server has instead, under a later serial; null where both have the same.</summary>
    public IReadOnlyList<string>? RecordsOfSecond { get; set; }

    /// <summary>The name servers that the parent and the zone name.</summary>
    public IReadOnlyList<string> Servers { get; set; } = [NameServer.FirstName, NameServer.SecondName];

    /// <summary>Addresses of name servers that the parent gives along: <c>ns.domain.example. A 198.51.100.1</c>.</summary>
    public IReadOnlyList<string> Glue { get; set; } = [];

    /// <summary>False where the name servers do not have the zone: the delegation is lame.</summary>
    public bool IsServed { get; set; } = true;

    /// <summary>False where the name servers have the zone and cannot load it.</summary>
    public bool IsLoadable { get; set; } = true;

    public Signing Signing { get; set; }

    /// <summary>Adds records.</summary>
    public Zone With(params IEnumerable<string> records)
    {
        Records.AddRange(records);
        return this;
    }

    /// <summary>What stands in the parent's zone.</summary>
    public IEnumerable<string> Delegation() => [.. Servers.Select(s => $"{domain}. NS {s}."), .. Glue];

    /// <summary>The zone file.</summary>
    public string Text(bool ofSecond = false)
    {
        var serial = ofSecond && RecordsOfSecond is not null ? 2026112502 : 2026112501;
        string[] lines =
        [
            $"$ORIGIN {(domain.Length == 0 ? "" : domain)}.", "$TTL 300",
            string.Create(CultureInfo.InvariantCulture, $"@ SOA {Servers[0]}. hostmaster.names.example. {serial} 7200 900 1209600 300"),
            .. Servers.Select(static s => $"@ NS {s}."),
            .. ofSecond ? RecordsOfSecond ?? Records : Records,
        ];
        return string.Join('\n', lines) + "\n";
    }
}
