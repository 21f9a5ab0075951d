using System.Net;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.RealServers.Names;
using Gatepost.RealServers.Worlds;
using Gatepost.Refusals;

namespace Gatepost.RealServers.Live;

/// <summary>Lets Gatepost find out what it lacks about a refusal, from where the client stands, and diagnose it.</summary>
internal static class Examine
{
    private static readonly DialogLimits s_limits = new() { Connect = TimeSpan.FromSeconds(1), Reply = TimeSpan.FromSeconds(5), Total = TimeSpan.FromSeconds(10) };
    private static readonly DnsClientOptions s_dns = new() { Timeout = TimeSpan.FromSeconds(1) };

    public static async Task<Finding> Live(Refusal refusal, CancellationToken cancel)
    {
        using var dns = new SocketDns([Recursor.Address], DirectRoutes.Instance, TimeProvider.System, s_dns);
        var dialer = new SocketDialer(DirectRoutes.Instance, TimeProvider.System);
        var client = IPAddress.Parse(refusal.ClientAddress!);
        var options = new ProberOptions
        {
            Helo = $"[{client}]", Source = client, Limits = s_limits, BlockLists = [BlockList.Zone], Roots = [NameServer.Root], UseIPv6 = false,
            SaysRelay = Rulebook.Default.SaysRelay,
        };
        return await new Investigation(Rulebook.Default, new Prober(dns, dialer, options, TimeProvider.System)).Examine(refusal, cancel);
    }
}
