using System.Buffers;
using System.Net;
using System.Text;
using Gatepost.Cli.Terminal;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Relaying;
using Gatepost.Reports;
using Gatepost.Smtp;

namespace Gatepost.Cli.Probe;

/// <summary>Tests whether a server relays for strangers, and prints what it finds. Without its owner's word nothing is sent.</summary>
internal sealed class RelayTestRun(ProbeRequest request, ProbeTools tools, Output output, Messages messages)
{
    /// <summary>Tests one target; gives the exit code.</summary>
    public async Task<int> Run(ProbeTarget target, CancellationToken cancel)
    {
        if (await Server(target, cancel).ConfigureAwait(false) is not var (host, address)) return Exit.Unknown;
        if (TesterDomain() is not { } domain)
        {
            messages.Write("a relay test needs a domain of yours that the server does not serve: give an address in it with --from.");
            return Exit.Usage;
        }

        var consent = request.IsOperator ? RelayConsent.OfOperator
            : await RelayConsent.Ask(tools.Dns, host, request.Dialogs.Common.Source, cancel).ConfigureAwait(false);
        if (!consent.IsGiven)
        {
            messages.Write($"{consent.Reason}. A relay test is for a server's own operator: say so with --i-operate-this-server, or put a TXT record gatepost-relay-test at _gatepost.{host}.");
            return Exit.Usage;
        }

        var test = await new RelayTester(tools.Dialer, TimeProvider.System).Test(Target(host, address, domain, target), consent, Random.Shared, cancel).ConfigureAwait(false);
        if (await ServesDomain(domain, host, address.Address, cancel).ConfigureAwait(false)) test = test with { ServesTesterDomain = true };
        Print(test);
        return test.Verdict.State switch { RelayState.Refuses => Exit.Fine, RelayState.Relays => Exit.Bad, _ => Exit.Unknown };
    }

    private RelayTarget Target(string host, IPEndPoint address, string domain, ProbeTarget target) => new(address, request.Dialogs.Common.Helo, domain)
    {
        Host = DomainName.Parse(host) is { IsSingleLabel: false } ? host : null,
        LocalDomains = target.Domain is { } local ? [local] : [],
        Tls = request.Dialogs.Tls ?? (address.Port == 465 ? TlsMode.Implicit : TlsMode.IfOffered),
        Login = request.Dialogs.Login,
        XClient = request.Dialogs.XClient,
        Proxy = request.Dialogs is { ProxyVersion: { } version, ProxySource: { } source } ? new ProxyHeader(version, source, address) : null,
        Source = request.Dialogs.Common.Source,
        Limits = request.Dialogs.Common.Limits,
    };

    private async Task<(string Host, IPEndPoint Address)?> Server(ProbeTarget target, CancellationToken cancel)
    {
        if (target.Server is not { } server)
        {
            messages.Write("a relay test is for one server: name it with --server HOST[:PORT].");
            return null;
        }

        var port = server.Port ?? request.Dialogs.Common.SmtpPort;
        if (server.Address is { } known) return (server.Host, new IPEndPoint(known, port));
        var found = await tools.Dns.Ask(new DnsQuery(server.Host, DnsType.A), cancel).ConfigureAwait(false);
        var address = found.Data<DnsData.Address>().FirstOrDefault()?.Value;
        if (address is null && request.Dialogs.Common.UseIPv6)
            address = (await tools.Dns.Ask(new DnsQuery(server.Host, DnsType.Aaaa), cancel).ConfigureAwait(false)).Data<DnsData.Address>().FirstOrDefault()?.Value;
        if (address is not null) return (server.Host, new IPEndPoint(address, port));
        messages.Write($"{server.Host} has no address that could be found.");
        return null;
    }

    private string? TesterDomain()
    {
        var sender = Mailbox.Parse(request.Dialogs.Sender)?.DomainName;
        return (sender ?? (DomainName.Parse(request.Dialogs.Common.Helo) is { IsSingleLabel: false } own ? own.OrganisationalDomain : null))?.Ascii;
    }

    // A server that the tester's own domain names as its MX rightly takes that domain's mail.
    private async Task<bool> ServesDomain(string domain, string host, IPAddress address, CancellationToken cancel)
    {
        var route = await new MailRouteFinder(tools.Dns, new SurveyOptions()).Find(domain, cancel).ConfigureAwait(false);
        return route.Hosts.Any(h => h.Name == host || h.Addresses.Contains(address));
    }

    private void Print(RelayTest test)
    {
        if (request.IsJson)
        {
            var line = new ArrayBufferWriter<byte>();
            RelayJsonReport.Write(test, line);
            output.Write(line.WrittenSpan);
        }
        else
        {
            var text = new StringBuilder();
            RelayReport.Write(test, request.Style, text);
            if (request.Style.Verbose)
                foreach (var dialog in test.Dialogs) text.Append('\n').Append(WireText.Format(dialog));
            output.Write(text);
        }

        output.Flush();
    }
}
