using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dns;

namespace Gatepost.Lab.Dns;

/// <summary>
/// What every world needs above its own zones: a root server, a registry that serves the top-level domains and delegates from
/// them, and the reverse zone.
/// </summary>
internal static class Registry
{
    private const string ReverseZone = "in-addr.arpa";
    private const uint Ttl = 86_400;

    public static NameServer Root(IReadOnlyList<NameServer> servers) =>
        new("a.root.test", LabAddresses.Root.ToString(), Zone.Of(".", $"""
            @ SOA a.root.test. hostmaster.root.test. 1
            @ NS a.root.test.
            a.root.test. A {LabAddresses.Root}
            {string.Join('\n', TopLevelDomains(servers).Append(ReverseZone).Select(zone => $"{zone}. NS ns.nic.test."))}
            ns.nic.test. A {LabAddresses.Registry}
            """));

    public static NameServer TopLevel(IReadOnlyList<NameServer> servers, string reverse) =>
        new("ns.nic.test", LabAddresses.Registry.ToString(), [.. TopLevelDomains(servers).Select(top => TopLevelZone(top, servers)), Reverse(reverse)]);

    private static List<string> TopLevelDomains(IReadOnlyList<NameServer> servers) =>
        [.. servers.SelectMany(static s => s.Delegated).Select(Names.Top).Union(["example", "test"]).Order(StringComparer.Ordinal)];

    private static Zone TopLevelZone(string top, IReadOnlyList<NameServer> servers)
    {
        List<DnsRecord> records = [.. Zone.Of(top, "@ SOA ns.nic.test. hostmaster.nic.test. 1\n@ NS ns.nic.test.").Records];
        if (top == "test")
        {
            records.Add(new DnsRecord("ns.nic.test", DnsType.A, Ttl, new DnsData.Address(LabAddresses.Registry)));
            records.Add(new DnsRecord("a.root.test", DnsType.A, Ttl, new DnsData.Address(LabAddresses.Root)));
        }

        foreach (var server in servers)
        {
            foreach (var zone in server.Delegated.Where(z => Names.IsBelow(z, top)))
                records.Add(new DnsRecord(zone, DnsType.Ns, Ttl, new DnsData.Target(server.Name)));
            if (server.HasGlue && Names.IsBelow(server.Name, top))
                records.Add(new DnsRecord(server.Name, DnsType.A, Ttl, new DnsData.Address(IPAddress.Parse(server.Address))));
        }

        foreach (var zone in servers.SelectMany(static s => s.Zones).Where(z => z.Signing != ZoneSigning.Unsigned && Names.IsBelow(z.Name, top)).DistinctBy(static z => z.Name))
            records.Add(new DnsRecord(zone.Name, DnsType.Ds, Ttl, new DnsData.Octets((byte[])[0x30, 0x39, 13, 2, .. new byte[32]])));
        return new Zone(top, records) { Signing = ZoneSigning.Secure };
    }

    /// <summary>The PTR records of a text with an address and its name a line.</summary>
    private static Zone Reverse(string text) => Zone.Of(ReverseZone, string.Join('\n', text
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(static pair => $"{Reversed(pair[0])} PTR {pair[1]}.")
        .Prepend("@ SOA ns.nic.test. hostmaster.nic.test. 1\n@ NS ns.nic.test.")));

    /// <summary>An IPv4 address as a name under the reverse zone or a block list.</summary>
    private static string Reversed(string address)
    {
        var parsed = IPAddress.Parse(address);
        return parsed.AddressFamily == AddressFamily.InterNetwork
            ? string.Join('.', parsed.GetAddressBytes().Reverse())
            : throw new FormatException($"{address}: the lab's reverse zone is for IPv4");
    }
}
