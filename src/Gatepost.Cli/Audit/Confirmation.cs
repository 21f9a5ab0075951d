using System.Net;
using System.Text;
using Gatepost.Audits;
using Gatepost.Cli.Network;
using Gatepost.Cli.Probe;
using Gatepost.Cli.Terminal;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;
using Gatepost.Relay;
using Gatepost.Relay.Proof;
using Gatepost.Reports;

namespace Gatepost.Cli.Audit;

/// <summary>
/// Puts the witness, or where there is none an ordinary stranger's attempt, to the operator's own running server, up to RCPT TO. Where the server lets this machine use
/// XCLIENT the attempt is the witness itself; otherwise it comes from this machine's own address, and the configuration is asked about that.
/// </summary>
internal sealed class Confirmation(AuditRequest request, Output output, Messages messages)
{
    private const int SmtpPort = 25;

    /// <summary>Tries it and prints what came; true where server and configuration agree.</summary>
    public bool Run(Gatepost.Audits.Audit audit)
    {
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var network = new SystemNetwork(null);
        var server = request.Confirm!;
        var port = server.Port ?? SmtpPort;
        if ((server.Address ?? Resolve(network.Dns, server.Host, time.Token)) is not { } address)
        {
            messages.Write($"{server.Host} has no address that could be found.");
            return false;
        }

        var (policy, attempt) = Subject(audit, port);
        var plan = new DialogPlan(server.Host, new IPEndPoint(address, port), HeloName.Own(null, []))
        {
            Envelopes = [new Envelope(attempt.MailFrom, [attempt.RcptTo])],
            Tls = attempt.Tls is not null ? TlsMode.Required : port == 465 ? TlsMode.Implicit : TlsMode.None,
            XClient = $"ADDR={(attempt.Client.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? "IPV6:" : "")}{attempt.Client} NAME={attempt.Name.Name ?? "[UNAVAILABLE]"}",
        };
        var result = network.Dialer.Hold(plan, time.Token).AsTask().GetAwaiter().GetResult();
        if (result.Recipients is not [{ Reply: { } reply } answer, ..])
        {
            messages.Write($"{server.Host} gave no answer to RCPT TO: the dialog ended earlier.");
            return false;
        }

        var isWitness = result.Wire.Any(static l => l.Text.StartsWith("XCLIENT ", StringComparison.Ordinal)) && result.Offer?.Parameters("XCLIENT") is not null;
        var asked = isWitness ? attempt : attempt with { Client = result.LocalAddress?.Address ?? IPAddress.Loopback, Name = ClientName.Missing, Helo = plan.Helo };
        var expected = Evaluator.Evaluate(policy, asked, new AssumedKnowledge(request.Assumptions));
        var agrees = expected.Kind == DecisionKind.Accept ? answer.IsAccepted == true
            : expected.Reply is { } said && said.Code == reply.Code && (said.Enhanced is null || reply.Enhanced is null || said.Enhanced == reply.Enhanced);
        var text = new StringBuilder();
        ConfirmationReport.Write(server.ToString(), asked, expected, reply, agrees, isWitness, request.Style, text);
        output.Write(text);
        return agrees;
    }

    private static (RelayPolicy Policy, Attempt Attempt) Subject(Gatepost.Audits.Audit audit, int port)
    {
        var atPort = audit.Listeners.FirstOrDefault(l => l.Policy.Listener.Port == port);
        var open = atPort is { Relay.Status: ProofStatus.Witness } ? atPort : audit.Listeners.FirstOrDefault(static l => l.Relay is { Status: ProofStatus.Witness });
        if (open is { Relay.Witness: { } witness }) return (open.Policy, witness);
        var stranger = new Attempt { Client = IPAddress.Parse("203.0.113.7"), Helo = "client.example", MailFrom = "sender@sender.example", RcptTo = "user@elsewhere.example" };
        return ((atPort ?? audit.Listeners[0]).Policy, stranger);
    }

    private static IPAddress? Resolve(IDns dns, string host, CancellationToken cancel)
    {
        foreach (var type in (ReadOnlySpan<DnsType>)[DnsType.A, DnsType.Aaaa])
            if (dns.Ask(new DnsQuery(host, type), cancel).AsTask().GetAwaiter().GetResult().Data<DnsData.Address>().FirstOrDefault() is { } found) return found.Value;
        return null;
    }
}
