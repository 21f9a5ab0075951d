using System.Net;
using Gatepost.Evidence;
using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp;

namespace Gatepost.Lab;

/// <summary>
/// A world whose servers run, on free ports of loopback. Any number can run side by side; disposing of one closes all its
/// sockets. Each world address is reached by <see cref="Routes"/>.
/// </summary>
public sealed class RunningLab : IAsyncDisposable
{
    private const int DnsPort = 53;
    private const int SmtpPort = 25;
    private readonly List<IDisposable> _open = [];

    private RunningLab(LabWorld world, LabOptions options)
    {
        World = world;
        List<(IPEndPoint, IPEndPoint)> ways = [];
        var refusing = Keep(Loopback.BindTcp());
        var blackhole = Keep(new Blackhole());
        OpenDns(options, blackhole, ways);
        foreach (var server in world.Servers)
            foreach (var port in server.Ports)
                ways.Add((new IPEndPoint(IPAddress.Parse(server.Address), port.Number),
                    port.State == PortState.Silent ? blackhole.EndPoint : Keep(new SmtpListener(server, port, options)).EndPoint));
        (int, IPEndPoint)? intercepted = world.Interceptor is { } between
            ? (SmtpPort, Keep(new SmtpListener(between, ServerPort.Smtp, options)).EndPoint)
            : null;
        Routes = new LabRoutes(ways, (IPEndPoint)refusing.LocalEndPoint!, intercepted);
    }

    /// <summary>The world.</summary>
    public LabWorld World { get; }

    /// <summary>The ways to the world's addresses.</summary>
    public IRoutes Routes { get; }

    /// <summary>The recursive resolver, by its address in the world.</summary>
    public IPEndPoint Resolver { get; } = new(LabAddresses.Resolver, DnsPort);

    /// <summary>The root servers, by their addresses in the world.</summary>
    public IReadOnlyList<IPAddress> Roots { get; } = [LabAddresses.Root];

    /// <summary>Starts a world.</summary>
    /// <exception cref="FormatException">The world is not well formed: a bug in it.</exception>
    public static RunningLab Open(LabWorld world, LabOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(world);
        return new RunningLab(world, options ?? new LabOptions());
    }

    /// <summary>Stops the servers and closes their sockets.</summary>
    public ValueTask DisposeAsync()
    {
        foreach (var open in _open) open.Dispose();
        _open.Clear();
        return ValueTask.CompletedTask;
    }

    private void OpenDns(LabOptions options, Blackhole blackhole, List<(IPEndPoint, IPEndPoint)> ways)
    {
        var registry = Registry.TopLevel(World.NameServers, World.Reverse);
        var root = Registry.Root(World.NameServers);
        var servers = World.NameServers.Append(registry).Append(root).ToDictionary(static s => IPAddress.Parse(s.Address));
        foreach (var (address, server) in servers)
            ways.Add((new IPEndPoint(address, DnsPort), server.State == NameServerState.Silent
                ? blackhole.EndPoint
                : Keep(new DnsListener(question => Authority.Answer(server, question.Name, question.Type), options.Latency)).EndPoint));
        var resolver = new IterativeResolver(servers, Roots);
        ways.Add((Resolver, Keep(new DnsListener(resolver.Resolve, options.Latency)).EndPoint));
    }

    private T Keep<T>(T open) where T : IDisposable
    {
        _open.Add(open);
        return open;
    }
}
