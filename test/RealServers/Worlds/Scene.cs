using System.Net;
using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Mail;
using Gatepost.RealServers.Names;

namespace Gatepost.RealServers.Worlds;

/// <summary>Where all worlds of a run lie side by side: one DNS, one network, each host at an address of its own.</summary>
internal sealed class Scene : IDisposable
{
    private readonly NameSpace _names = new();
    private readonly List<MailServer> _servers = [];
    private readonly List<string> _network = ["rule add pref 100 lookup local", "rule del pref 0"];
    private readonly List<IDisposable> _parts = [];
    private byte _hosts = 1;
    private byte _clients = 1;

    public Scene() => Silence(NameServer.Silent);

    /// <summary>The zone of a domain.</summary>
    public Zone Zone(string domain, params IEnumerable<string> records) => _names.Zone(domain).With(records);

    /// <summary>Gives a mail server its address, and the address its name.</summary>
    public T Server<T>(T server) where T : MailServer
    {
        Nameless(server);
        _names.Host(server.Host, server.Address);
        return server;
    }

    /// <summary>A server of which the DNS does not know by its own name.</summary>
    public T Nameless<T>(T server) where T : MailServer
    {
        server.Address = NextHost();
        _names.Pointer(server.Address, server.Host);
        _servers.Add(server);
        return server;
    }

    /// <summary>A client's address, whose name leads back to it.</summary>
    public IPAddress Client(string name)
    {
        var address = NextClient();
        _names.Host(name, address);
        _names.Pointer(address, name);
        return address;
    }

    /// <summary>A client's address that has no name.</summary>
    public IPAddress NamelessClient() => NextClient();

    /// <summary>A client's address whose name belongs to another.</summary>
    public IPAddress ForgedClient(string name)
    {
        var address = NextClient();
        _names.Host(name, NextClient());
        _names.Pointer(address, name);
        return address;
    }

    /// <summary>Nothing answers at an address any more: what is sent there is lost.</summary>
    public void Silence(IPAddress address) => _network.Add($"route add {address} dev sink table local");

    /// <summary>The network of a client lets nothing out to port 25.</summary>
    public void BlockSmtp(IPAddress client)
    {
        _network.Add($"rule add pref 10 from {client} ipproto tcp dport 25 lookup 10");
        if (!_network.Contains(Nowhere)) _network.Add(Nowhere);
    }

    /// <summary>Runs beside the servers for as long as they do.</summary>
    public void Beside(IDisposable part) => _parts.Add(part);

    /// <summary>Starts everything.</summary>
    public async Task Start()
    {
        foreach (var line in _network) await ServersRoot.Run(ServersRoot.Program("/bin/ip", line.Split(' ')));
        _parts.AddRange(await _names.Start());
        foreach (var parts in await Task.WhenAll(_servers.Select(static s => s.Start()))) _parts.AddRange(parts);
    }

    public void Dispose()
    {
        foreach (var part in Enumerable.Reverse(_parts)) part.Dispose();
    }

    private const string Nowhere = "route add default dev sink table 10";

    private IPAddress NextHost() => new([192, 0, 2, _hosts++]);

    private IPAddress NextClient() => new([203, 0, 113, _clients++]);
}
