using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Names;

/// <summary>All names of the run: a signed root, its top-level domains, and the zones of the worlds on two name servers.</summary>
internal sealed class NameSpace
{
    private const string Example = "example";
    private static readonly string[] s_parents = [Example, "com", "arpa"];

    private readonly SortedDictionary<string, Zone> _zones = new(StringComparer.Ordinal);
    private readonly List<string> _pointers = [];

    public NameSpace() => Zone("names.example").Glue = [$"{NameServer.FirstName}. A {NameServer.First}", $"{NameServer.SecondName}. A {NameServer.Second}"];

    /// <summary>The zone of a domain of two labels, made where there is none yet.</summary>
    public Zone Zone(string domain) => _zones.TryGetValue(domain, out var zone) ? zone : _zones[domain] = new Zone(domain);

    /// <summary>Gives a host its address.</summary>
    public void Host(string host, IPAddress address) => ZoneOf(host).Records.Add($"{host}. A {address}");

    /// <summary>Gives an address its name.</summary>
    public void Pointer(IPAddress address, string host) =>
        _pointers.Add($"{string.Join('.', address.GetAddressBytes().Reverse())}.in-addr.arpa. PTR {host}.");

    /// <summary>Writes and signs the zones, and starts the servers for them.</summary>
    public async Task<IReadOnlyList<Daemon>> Start()
    {
        Zone("names.example").With($"ns1 A {NameServer.First}", $"ns2 A {NameServer.Second}");
        var folder = ServersRoot.Folder("zones");
        foreach (var zone in _zones.Values.Where(static z => z is { IsServed: true, IsLoadable: true }))
        {
            ServersRoot.Write($"{folder}/{zone.Domain}", zone.Text());
            ServersRoot.Write($"{folder}/{zone.Domain}.second", zone.Text(ofSecond: true));
        }

        foreach (var parent in s_parents) ServersRoot.Write($"{folder}/{parent}", Parent(parent).Text());
        ServersRoot.Write($"{folder}/root", Top().Text());
        await Sign(folder);

        var served = _zones.Values.Where(static z => z.IsServed).ToList();
        return await Task.WhenAll(
            NameServer.Start("root", NameServer.Root, folder, [("", "root.signed")]),
            NameServer.Start("parents", NameServer.Parents, folder, s_parents.Select(static p => (p, p == Example ? p + ".signed" : p))),
            NameServer.Start("first", NameServer.First, folder, served.Select(static z => (z.Domain, z.Signing == Signing.None ? z.Domain : z.Domain + ".signed"))),
            NameServer.Start("second", NameServer.Second, folder, served.Select(static z => (z.Domain, z.Domain + (z.Signing == Signing.None ? ".second" : ".signed")))),
            Recursor.Start(folder));
    }

    private Zone ZoneOf(string host) => Zone(string.Join('.', host.Split('.')[^2..]));

    private Zone Parent(string parent)
    {
        var zone = new Zone(parent) { Servers = ["ns.parents.example"] };
        if (parent == "arpa") return zone.With(_pointers);
        if (parent == Example) zone.With($"ns.parents.example. A {NameServer.Parents}");
        return zone.With(_zones.Values.Where(z => z.Domain.EndsWith("." + parent, StringComparison.Ordinal)).SelectMany(static z => z.Delegation()));
    }

    private static Zone Top() => new Zone("") { Servers = ["a.root"] }
        .With($"a.root. A {NameServer.Root}", $"ns.parents.example. A {NameServer.Parents}")
        .With(s_parents.Select(static p => $"{p}. NS ns.parents.example."));

    /// <summary>Signs from below, so that each parent gets its children's DS records before its own turn.</summary>
    private async Task Sign(string folder)
    {
        var signed = _zones.Values.Where(static z => z.Signing != Signing.None).Select(static z => z.Domain).ToList();
        await Task.WhenAll(signed.Select(z => Sign(folder, z, z)));
        await Sign(folder, Example, Example, [.. signed]);
        await Sign(folder, ".", "root", Example);
        foreach (var zone in _zones.Values.Where(static z => z.Signing == Signing.Bogus))
        {
            var file = $"{folder}/{zone.Domain}.signed";
            ServersRoot.Write(file, File.ReadAllText(ServersRoot.Outside(file)).Replace("MX\t10 mx.", "MX\t10 other.", StringComparison.Ordinal));
        }
    }

    private static Task<string> Sign(string folder, string zone, string file, params string[] children) =>
        ServersRoot.Run(ServersRoot.Shell(
            $"""
            cd {folder}
            mkdir -p keys-{file}
            for child in {string.Join(' ', children)}; do cat dsset-$child. >> {file}; done
            dnssec-keygen -q -a ECDSAP256SHA256 -f KSK -K keys-{file} {zone}
            dnssec-keygen -q -a ECDSAP256SHA256 -K keys-{file} {zone}
            dnssec-signzone -q -S -K keys-{file} -d . -o {zone} -f {file}.signed {file}
            if [ {zone} = . ]; then cat keys-{file}/*.key | sed -n '/ 257 /p' > anchor.key; fi
            """));
}
