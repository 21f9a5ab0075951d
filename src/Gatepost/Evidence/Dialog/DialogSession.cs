using System.Net;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// One dialog from connecting to QUIT. Each step says whether the next one makes sense; the first that does not sets the outcome.
/// </summary>
internal sealed partial class DialogSession(DialogPlan plan, IPEndPoint way, DialogChannel channel, DialogGuard guard, WireLog log, DialerOptions options)
{
    private readonly Answers _answers = new(plan);
    private SmtpPhase _phase = SmtpPhase.Connect;
    private DialogOutcome? _end;
    private Reply? _banner;
    private EhloOffer? _offerBeforeTls;
    private EhloOffer? _offerUnderTls;
    private TlsSession? _tls;
    private LoginResult? _login;
    private bool _hasAccepted;

    private EhloOffer? Offer => _offerUnderTls ?? _offerBeforeTls;

    private bool MayPipeline => plan.MayPipeline && Offer?.Parameters("PIPELINING") is not null;

    public async ValueTask Run()
    {
        var isConnected = await Connect().ConfigureAwait(false);
        if (isConnected && await Greet().ConfigureAwait(false) && await Introduce().ConfigureAwait(false) && await StartTls().ConfigureAwait(false)
            && await Impersonate().ConfigureAwait(false) && await LogIn().ConfigureAwait(false)) await HoldEnvelopes().ConfigureAwait(false);
        if (_end is { Fault: not DialogFault.None } end) log.Fault(FaultWords.For(end, plan, isConnected));
        if (!isConnected) return;
        if ((_end ?? default).Fault is DialogFault.None or DialogFault.Refused or DialogFault.TlsNotOffered or DialogFault.Stopped) await Quit().ConfigureAwait(false);
        else log.Note("Connection closed by us.");
    }

    public DialogResult Result(DateTimeOffset startedAt) =>
        new(plan, _end ?? new DialogOutcome(_phase, DialogFault.None, guard.Listed))
        {
            Wire = log.Lines,
            Banner = _banner,
            OfferBeforeTls = _offerBeforeTls,
            OfferUnderTls = _offerUnderTls,
            Tls = _tls,
            Login = _login,
            Recipients = _answers.All,
            LocalAddress = channel.LocalAddress,
            StartedAt = startedAt,
            Elapsed = log.Elapsed,
            RoundTrips = channel.RoundTrips,
            SlowestReply = channel.SlowestReply,
        };

    private async ValueTask<bool> Connect()
    {
        if (!await channel.Connect(way, plan.Source).ConfigureAwait(false)) return EndByChannel();
        log.Note($"Connected to {plan.Host}.");
        if (plan.Proxy is { } proxy)
        {
            log.Note($"PROXY protocol version {proxy.Version}: {ProxyHeaderLine.Text(proxy)}");
            await channel.Send(ProxyHeaderLine.Octets(proxy)).ConfigureAwait(false);
        }

        return true;
    }

    private async ValueTask<bool> Greet()
    {
        if (plan.Tls == TlsMode.Implicit && !await GoUnderTls().ConfigureAwait(false)) return false;
        var greeting = await Read().ConfigureAwait(false);
        if (_end is not null) return false;
        _banner = greeting.ToReply();
        if (greeting.Code == 220) return true;
        return greeting.IsRefusal ? Refused() : End(DialogFault.Malformed, $"a greeting with code {greeting.Code}");
    }

    private async ValueTask<bool> Introduce()
    {
        _phase = SmtpPhase.Ehlo;
        var reply = await Ask(SmtpVerb.Ehlo, plan.Helo).ConfigureAwait(false);
        var isExtended = true;
        if (_end is null && reply.Code >= 500 && guard.Objection is null)
        {
            isExtended = false;
            reply = await Ask(SmtpVerb.Helo, plan.Helo).ConfigureAwait(false);
        }

        if (_end is not null) return false;
        if (!reply.IsPositive) return RefusedOrMalformed(reply);
        var offer = OfferIn(reply, isExtended);
        if (log.IsUnderTls) _offerUnderTls = offer;
        else _offerBeforeTls = offer;
        return true;
    }

    private async ValueTask<bool> StartTls()
    {
        if (plan.Tls is TlsMode.None or TlsMode.Implicit) return true;
        if (Offer?.Parameters("STARTTLS") is null) return plan.Tls == TlsMode.IfOffered || End(DialogFault.TlsNotOffered);
        _phase = SmtpPhase.StartTls;
        var reply = await Ask(SmtpVerb.StartTls).ConfigureAwait(false);
        if (_end is not null) return false;
        if (reply.Code != 220) return RefusedOrMalformed(reply);
        return await GoUnderTls().ConfigureAwait(false) && await Introduce().ConfigureAwait(false);
    }

    private async ValueTask<bool> GoUnderTls()
    {
        _tls = await channel.Secure(plan.Host, options.ValidateChain, plan.Limits.Reply).ConfigureAwait(false);
        if (_tls is null) return EndByChannel();
        log.Note($"TLS started with cipher {_tls.Protocol}:{_tls.CipherSuite}");
        if (_tls.Subject is not null) log.Note($"TLS peer subject=[{_tls.Subject}]");
        return true;
    }

    // XCLIENT starts the session anew, with a greeting of its own (Postfix XCLIENT_README).
    private async ValueTask<bool> Impersonate()
    {
        if (plan.XClient is not { } attributes) return true;
        if (Offer?.Parameters("XCLIENT") is null)
        {
            log.Note("Host did not advertise XCLIENT: it sees our own address.");
            return true;
        }

        _phase = SmtpPhase.Other;
        var reply = await Ask(SmtpVerb.XClient, attributes).ConfigureAwait(false);
        if (_end is not null) return false;
        return reply.Code == 220 ? await Introduce().ConfigureAwait(false) : RefusedOrMalformed(reply);
    }

    private async ValueTask Quit()
    {
        var isReset = _hasAccepted && guard.Put(SmtpVerb.Rset);
        if (isReset && !MayPipeline)
        {
            await channel.Send(guard.Take()).ConfigureAwait(false);
            if ((await channel.ReadReply(plan.Limits.Quit).ConfigureAwait(false)).Code is 0 or 421) return;
            isReset = false;
        }

        if (!guard.Put(SmtpVerb.Quit)) return;
        await channel.Send(guard.Take()).ConfigureAwait(false);
        if (guard.IsTarpit) return;
        var reply = await channel.ReadReply(plan.Limits.Quit).ConfigureAwait(false);
        if (isReset && reply.Code is not (0 or 221 or 421)) reply = await channel.ReadReply(plan.Limits.Quit, isFirst: false).ConfigureAwait(false);
        log.Note(reply.Code == 0 ? "Connection closed without an answer to QUIT." : "Connection closed with remote host.");
    }

    private async ValueTask<WireReply> Ask(SmtpVerb verb, string argument = "", string parameters = "")
    {
        if (!guard.Put(verb, argument, parameters))
        {
            Stopped();
            return default;
        }

        await channel.Send(guard.Take()).ConfigureAwait(false);
        return await Read().ConfigureAwait(false);
    }

    private ValueTask<WireReply> Read() => Read(_phase, isFirst: true);

    /// <summary>Reads the reply to a command. Where none comes, or 421, the dialog has ended.</summary>
    /// <param name="phase">What the command belongs to.</param>
    /// <param name="isFirst">True for the first reply since something was sent.</param>
    private async ValueTask<WireReply> Read(SmtpPhase phase, bool isFirst)
    {
        var reply = await channel.ReadReply(plan.Limits.Reply, isFirst).ConfigureAwait(false);
        if (reply.Code == 0) EndByChannel();
        else guard.Hear(phase, reply, channel.LastWait);
        if (reply.Code == 421)
        {
            if (_banner is null) _banner = reply.ToReply();
            End(DialogFault.ClosedWith421);
        }

        return reply;
    }

    private static EhloOffer OfferIn(WireReply reply, bool isExtended)
    {
        var first = reply.Text(0);
        var blank = first.IndexOf(' ');
        var host = blank < 0 ? first : first[..blank];
        if (!isExtended || reply.Count == 1) return new EhloOffer(host, []);
        var extensions = new string[reply.Count - 1];
        for (var i = 0; i < extensions.Length; i++) extensions[i] = reply.Text(i + 1);
        return new EhloOffer(host, extensions);
    }

    private bool RefusedOrMalformed(WireReply reply) =>
        reply.IsRefusal ? Refused() : End(DialogFault.Malformed, $"a reply with code {reply.Code}");

    private bool Refused() => End(DialogFault.Refused, guard.Listed);

    private bool Stopped() => End(DialogFault.Stopped, guard.Objection);

    private bool EndByChannel() => End(channel.Fault, channel.Detail);

    private bool End(DialogFault fault, string? detail = null)
    {
        _end ??= new DialogOutcome(_phase, fault, detail);
        return false;
    }
}
