using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Network;

/// <summary>The network of this machine: its resolvers, or one that the user names, and SMTP over sockets.</summary>
internal sealed class SystemNetwork : IDisposable
{
    private const string ResolverFile = "/etc/resolv.conf";
    private readonly SocketDns _dns;

    /// <summary>Opens nothing yet; a socket is made for each question.</summary>
    /// <param name="resolver">The resolver to ask; null for the system's.</param>
    /// <param name="checksCertificates">False where certificates are not to be held against the system's trust store: for many targets at once.</param>
    public SystemNetwork(IPEndPoint? resolver, bool checksCertificates = true)
    {
        var system = ResolverConf.Read(ResolverText());
        _dns = new SocketDns(resolver is null ? system.Servers : [resolver], DirectRoutes.Instance, TimeProvider.System, system.Options);
        Dialer = new SocketDialer(DirectRoutes.Instance, TimeProvider.System, new DialerOptions { ValidateChain = checksCertificates });
    }

    /// <summary>The DNS.</summary>
    public IDns Dns => _dns;

    /// <summary>Holds the dialogs.</summary>
    public ISmtpDialer Dialer { get; }

    /// <inheritdoc/>
    public void Dispose() => _dns.Dispose();

    private static string ResolverText()
    {
        try
        {
            return File.ReadAllText(ResolverFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
