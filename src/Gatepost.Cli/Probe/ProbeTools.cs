using System.Net;
using Gatepost.Cli.Network;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Probe;

/// <summary>What a probe asks with.</summary>
/// <param name="Dns">The DNS.</param>
/// <param name="Dialer">Holds the dialogs.</param>
internal sealed record ProbeTools(IDns Dns, ISmtpDialer Dialer)
{
    /// <summary>Addresses of the root servers, for walking delegations; empty where the resolver's word is enough.</summary>
    public IReadOnlyList<IPAddress> Roots { get; init; } = [];

    /// <summary>The tools for a request, over this machine's network.</summary>
    public static ProbeTools Open(ProbeRequest request)
    {
        var network = new SystemNetwork(request.Resolver, checksCertificates: request.Bulk is null);
        return new ProbeTools(network.Dns, network.Dialer) { Roots = RootServers.Addresses };
    }

    /// <summary>A prober over these tools, or over others that stand before them.</summary>
    public static Prober NewProber(IDns dns, ISmtpDialer dialer, ProberOptions options) => new(dns, dialer, options, TimeProvider.System);
}
