using System.Diagnostics;
using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Mail;

/// <summary>A mail server with a configuration as an administrator would write it: what it takes, and from whom.</summary>
/// <param name="host">The name that it gives itself.</param>
internal abstract class MailServer(string host)
{
    public string Host => host;

    /// <summary>Given by the scene.</summary>
    public IPAddress Address { get; set; } = IPAddress.None;

    public IReadOnlyList<int> Ports { get; init; } = [25];

    /// <summary>The ports at which a login is offered. Every user whose password is their name may log in.</summary>
    public IReadOnlyList<int> LoginPorts { get; init; } = [];

    /// <summary>The domains that it takes mail for.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Networks whose clients may send anywhere without a login.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Lines of the server's own language to go with it.</summary>
    public string Extra { get; init; } = "";

    protected IEnumerable<IPEndPoint> EndPoints => Ports.Select(p => new IPEndPoint(Address, p));

    /// <summary>Writes the configuration and starts the server; returns when all ports answer.</summary>
    public Task<IReadOnlyList<IDisposable>> Start() => Start(ServersRoot.Folder($"mail/{Host}-{Address}"));

    protected abstract Task<IReadOnlyList<IDisposable>> Start(string folder);

    protected Task<Daemon> Launch(ProcessStartInfo start) => Daemon.Start($"{GetType().Name} {Host}", start, [.. EndPoints]);
}
