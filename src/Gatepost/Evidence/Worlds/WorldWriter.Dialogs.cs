using System.Text.Json;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Worlds;

public static partial class WorldWriter
{
    private static void Dialog(Utf8JsonWriter json, DialogResult dialog)
    {
        json.WriteStartObject();
        Plan(json, dialog.Plan);
        json.WriteStartObject("outcome"u8);
        json.Text("phase"u8, WorldNames<SmtpPhase>.Of(dialog.Outcome.Phase));
        json.Text("fault"u8, WorldNames<DialogFault>.Of(dialog.Outcome.Fault));
        json.Known("detail"u8, dialog.Outcome.Detail);
        json.WriteEndObject();
        Reply(json, "banner"u8, dialog.Banner);
        Offer(json, "offerBeforeTls"u8, dialog.OfferBeforeTls);
        Offer(json, "offerUnderTls"u8, dialog.OfferUnderTls);
        if (dialog.Tls is { } tls) Tls(json, tls);
        if (dialog.Login is { } login) Login(json, login);
        Recipients(json, dialog.Recipients);
        json.Known("localAddress"u8, dialog.LocalAddress?.ToString());
        json.WritePropertyName("at"u8);
        json.Time(dialog.StartedAt);
        json.Span("elapsed"u8, dialog.Elapsed);
        json.WriteNumber("roundTrips"u8, dialog.RoundTrips);
        json.Span("slowestReply"u8, dialog.SlowestReply);
        Wire(json, dialog.Wire);
        json.WriteEndObject();
    }

    // Without the login, which holds a secret, and without the bounds, which are the asker's.
    private static void Plan(Utf8JsonWriter json, DialogPlan plan)
    {
        json.Text("host"u8, plan.Host);
        json.Text("address"u8, plan.Address.ToString());
        json.Text("helo"u8, plan.Helo);
        json.Text("tls"u8, WorldNames<TlsMode>.Of(plan.Tls));
        json.WriteStartArray("envelopes"u8);
        foreach (var envelope in plan.Envelopes)
        {
            json.WriteStartObject();
            json.Text("sender"u8, envelope.Sender);
            json.Texts("recipients"u8, envelope.Recipients);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Known("xclient"u8, plan.XClient);
        if (plan.Proxy is { } proxy)
        {
            json.WriteStartObject("proxy"u8);
            json.WriteNumber("version"u8, proxy.Version);
            json.Text("source"u8, proxy.Source.ToString());
            json.Text("destination"u8, proxy.Destination.ToString());
            json.WriteEndObject();
        }

        json.Known("source"u8, plan.Source?.ToString());
        if (!plan.MayPipeline) json.WriteBoolean("pipelining"u8, false);
    }

    private static void Reply(Utf8JsonWriter json, ReadOnlySpan<byte> name, Reply? reply)
    {
        if (reply is null) return;
        json.WriteStartObject(name);
        if (reply.Code is { } code) json.WriteNumber("code"u8, code);
        json.Known("enhanced"u8, reply.Enhanced?.ToString());
        json.Text("text"u8, reply.Text);
        json.WriteEndObject();
    }

    private static void Offer(Utf8JsonWriter json, ReadOnlySpan<byte> name, EhloOffer? offer)
    {
        if (offer is null) return;
        json.WriteStartObject(name);
        json.Text("host"u8, offer.Host);
        json.Texts("extensions"u8, offer.Extensions);
        json.WriteEndObject();
    }

    private static void Tls(Utf8JsonWriter json, TlsSession tls)
    {
        json.WriteStartObject("tlsSession"u8);
        json.Text("protocol"u8, tls.Protocol);
        json.Text("cipherSuite"u8, tls.CipherSuite);
        json.Known("subject"u8, tls.Subject);
        json.Known("issuer"u8, tls.Issuer);
        json.Texts("names"u8, tls.Names);
        Time(json, "notBefore"u8, tls.NotBefore);
        Time(json, "notAfter"u8, tls.NotAfter);
        json.WriteBoolean("namesTheHost"u8, tls.NamesTheHost);
        json.Known("chainProblem"u8, tls.ChainProblem);
        json.WriteEndObject();
    }

    private static void Login(Utf8JsonWriter json, LoginResult login)
    {
        json.WriteStartObject("login"u8);
        json.Known("mechanism"u8, login.Mechanism);
        json.WriteBoolean("accepted"u8, login.Accepted);
        Reply(json, "reply"u8, login.Reply);
        json.Known("problem"u8, login.Problem);
        json.WriteEndObject();
    }

    private static void Recipients(Utf8JsonWriter json, IReadOnlyList<RecipientAnswer> recipients)
    {
        json.WriteStartArray("recipients"u8);
        foreach (var answer in recipients)
        {
            json.WriteStartObject();
            json.WriteNumber("envelope"u8, answer.Envelope);
            json.Text("recipient"u8, answer.Recipient);
            json.Text("phase"u8, WorldNames<SmtpPhase>.Of(answer.Phase));
            Reply(json, "reply"u8, answer.Reply);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Wire(Utf8JsonWriter json, IReadOnlyList<WireLine> wire)
    {
        json.WriteStartArray("wire"u8);
        foreach (var line in wire)
        {
            json.WriteStartObject();
            json.Text("kind"u8, WorldNames<WireKind>.Of(line.Kind));
            json.Span("at"u8, line.At);
            json.Text("text"u8, line.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Time(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is not { } known) return;
        json.WritePropertyName(name);
        json.Time(known);
    }
}
