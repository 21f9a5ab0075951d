using System.Net;
using System.Net.Sockets;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence;

/// <summary>
/// Asks a server that the user names, at each of its addresses, about one recipient. No MX look-up; the dialogs are those of
/// <see cref="Observations.RefuserDialogs"/>.
/// </summary>
public sealed class ServerProbe(IDns dns, ISmtpDialer dialer, ServerProbeOptions options, TimeProvider clock)
{
    private const int MostAddresses = 8;

    /// <summary>Holds the dialogs. Never throws; a token that is cancelled leaves the rest unanswered.</summary>
    public async ValueTask<Observations> Gather(ProbeTarget target, CancellationToken cancel)
    {
        if (target.Server is not { } server) throw new ArgumentException("The target names no server.", nameof(target));
        var start = clock.GetTimestamp();
        var addresses = server.Address is { } one ? [one] : await Resolve(server.Host, cancel).ConfigureAwait(false);
        var dialogs = new DialogResult[addresses.Count];
        for (var i = 0; i < dialogs.Length; i++) dialogs[i] = await dialer.Hold(options.Plan(target, server, addresses[i]), cancel).ConfigureAwait(false);
        return new Observations(InquiryOf(target, server), [])
        {
            RefuserDialogs = dialogs,
            IsComplete = !cancel.IsCancellationRequested,
            Elapsed = clock.GetElapsedTime(start),
        };
    }

    private Inquiry InquiryOf(ProbeTarget target, ProbeServer server) => new(QuestionKind.RefuserService)
    {
        Domain = target.Domain,
        Recipient = target.Recipient,
        Sender = options.Sender,
        Refuser = server.Host,
        RefuserAddress = server.Address,
        RefuserPort = server.Port ?? options.Common.SmtpPort,
    };

    private async ValueTask<IReadOnlyList<IPAddress>> Resolve(string host, CancellationToken cancel)
    {
        var found = new List<IPAddress>();
        var four = dns.Ask(new DnsQuery(host, DnsType.A), cancel);
        if (options.Common.UseIPv6) Add(found, await dns.Ask(new DnsQuery(host, DnsType.Aaaa), cancel).ConfigureAwait(false));
        Add(found, await four.ConfigureAwait(false));
        return found;
    }

    private void Add(List<IPAddress> found, DnsResponse response)
    {
        var source = options.Common.Source?.AddressFamily;
        foreach (var data in response.Data<DnsData.Address>())
        {
            if (found.Count == MostAddresses) return;
            if (data.Value.AddressFamily is var family && (source is null || source == family) && (family != AddressFamily.InterNetworkV6 || options.Common.UseIPv6))
                found.Add(data.Value);
        }
    }
}
