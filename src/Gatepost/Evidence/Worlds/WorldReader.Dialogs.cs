using System.Text.Json;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Worlds;

public static partial class WorldReader
{
    private static DialogResult Dialog(WorldFields f, JsonElement e)
    {
        var outcome = f.Object(e, "outcome") ?? e;
        return new DialogResult(Plan(f, e), new DialogOutcome(f.Enum<SmtpPhase>(outcome, "phase"), f.Enum<DialogFault>(outcome, "fault"), f.Known(outcome, "detail")))
        {
            Banner = Reply(f, e, "banner"),
            OfferBeforeTls = Offer(f, e, "offerBeforeTls"),
            OfferUnderTls = Offer(f, e, "offerUnderTls"),
            Tls = f.Object(e, "tlsSession") is { } tls ? Tls(f, tls) : null,
            Login = f.Object(e, "login") is { } login
                ? new LoginResult(f.Known(login, "mechanism"), f.Flag(login, "accepted", otherwise: false), Reply(f, login, "reply"), f.Known(login, "problem"))
                : null,
            Recipients = f.List(e, "recipients", r => new RecipientAnswer(f.Number(r, "envelope"), f.Text(r, "recipient"), Reply(f, r, "reply"), f.Enum<SmtpPhase>(r, "phase"))),
            LocalAddress = f.KnownEndPoint(e, "localAddress"),
            StartedAt = f.Time(e, "at"),
            Elapsed = f.Span(e, "elapsed"),
            RoundTrips = f.Number(e, "roundTrips"),
            SlowestReply = f.Span(e, "slowestReply"),
            Wire = f.List(e, "wire", l => new WireLine(f.Enum<WireKind>(l, "kind"), f.Text(l, "text"), f.Span(l, "at"))),
        };
    }

    private static DialogPlan Plan(WorldFields f, JsonElement e) => new(f.Text(e, "host"), f.EndPoint(e, "address"), f.Text(e, "helo"))
    {
        Tls = f.Enum<TlsMode>(e, "tls"),
        Envelopes = f.List(e, "envelopes", v => new Envelope(f.Text(v, "sender"), f.List(v, "recipients", f.Value))),
        XClient = f.Known(e, "xclient"),
        Proxy = f.Object(e, "proxy") is { } proxy
            ? new ProxyHeader(f.Number(proxy, "version"), f.EndPoint(proxy, "source"), f.EndPoint(proxy, "destination"))
            : null,
        Source = f.KnownAddress(e, "source"),
        MayPipeline = f.Flag(e, "pipelining", otherwise: true),
    };

    // As it was recorded, not read anew from text: a code that the server did not give must not be found in its words.
    private static Reply? Reply(WorldFields f, JsonElement parent, string name)
    {
        if (f.Object(parent, name) is not { } e) return null;
        var code = f.KnownNumber(e, "code");
        if (code is < 200 or > 599) f.Fault(e, "code is a reply code, 200 to 599");
        EnhancedStatus? enhanced = null;
        if (f.Known(e, "enhanced") is { } text)
        {
            if (EnhancedStatus.TryParse(text, out var status)) enhanced = status;
            else f.Fault(e, "enhanced is an enhanced status code");
        }

        return new Reply(code, enhanced, f.Text(e, "text"));
    }

    private static EhloOffer? Offer(WorldFields f, JsonElement parent, string name) =>
        f.Object(parent, name) is { } e ? new EhloOffer(f.Text(e, "host"), f.List(e, "extensions", f.Value)) : null;

    private static TlsSession Tls(WorldFields f, JsonElement e) => new()
    {
        Protocol = f.Text(e, "protocol"),
        CipherSuite = f.Text(e, "cipherSuite"),
        Subject = f.Known(e, "subject"),
        Issuer = f.Known(e, "issuer"),
        Names = f.List(e, "names", f.Value),
        NotBefore = f.KnownTime(e, "notBefore"),
        NotAfter = f.KnownTime(e, "notAfter"),
        NamesTheHost = f.Flag(e, "namesTheHost", otherwise: false),
        ChainProblem = f.Known(e, "chainProblem"),
    };
}
