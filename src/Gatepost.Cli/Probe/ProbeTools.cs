using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Smtp;

namespace Gatepost.Cli.Probe;

/// <summary>What a probe asks with.</summary>
/// <param name="Dns">The DNS.</param>
/// <param name="Dialer">Holds the dialogs.</param>
internal sealed record ProbeTools(IDns Dns, ISmtpDialer Dialer)
{
    /// <summary>Tests whether a server relays for strangers, and prints what it finds; gives the exit code. Null where that is not built in.</summary>
    public Func<ProbeTarget, CancellationToken, Task<int>>? RelayTest { get; init; }

    /// <summary>Addresses of the root servers, for walking delegations; empty where the resolver's word is enough.</summary>
    public IReadOnlyList<System.Net.IPAddress> Roots { get; init; } = [];

    /// <summary>The tools for a request. The one place where sockets come in.</summary>
    public static ProbeTools Open(ProbeRequest request)
    {
        _ = request;
        return new(new NoDns(), new NoDialer());
    }

    /// <summary>A prober over these tools, or over others that stand before them.</summary>
    public static Prober NewProber(IDns dns, ISmtpDialer dialer, ProberOptions options) => new(dns, dialer, options, TimeProvider.System);

    private sealed class NoDns : IDns
    {
        public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel) => new(new DnsResponse(query, DnsOutcome.NotAsked));
    }

    private sealed class NoDialer : ISmtpDialer
    {
        public ValueTask<DialogResult> Hold(DialogPlan plan, CancellationToken cancel) =>
            new(new DialogResult(plan, new DialogOutcome(SmtpPhase.Connect, DialogFault.NotTried)));
    }
}
