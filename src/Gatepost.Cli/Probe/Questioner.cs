using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Dns;

namespace Gatepost.Cli.Probe;

/// <summary>From a target to its verdict: a server that the user names is asked itself, else those that the DNS names.</summary>
internal sealed class Questioner(IDns dns, ISmtpDialer dialer, ProbeRequest request, ProberOptions options, QuestionKind questions)
{
    private readonly ServerProbe _server = new(dns, dialer, request.Dialogs with { Common = options }, TimeProvider.System);
    private readonly Prober _prober = ProbeTools.NewProber(dns, request.MxTls is { } tls ? new TlsModeDialer(dialer, tls) : dialer, options);

    /// <summary>Asks and judges. Never throws for what a server or the DNS does.</summary>
    public async ValueTask<ProbeVerdict> Ask(ProbeTarget target, CancellationToken cancel)
    {
        if (target.Server is not null) return ServerVerdict.Of(await _server.Gather(target, cancel).ConfigureAwait(false));
        var inquiry = new Inquiry(questions) { Domain = target.Domain, Recipient = target.Recipient, Sender = request.Dialogs.Sender };
        return ProbeVerdict.Of(await _prober.Gather(inquiry, cancel).ConfigureAwait(false));
    }
}
