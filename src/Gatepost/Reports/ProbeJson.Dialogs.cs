using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Smtp;

namespace Gatepost.Reports;

public sealed partial class ProbeJson
{
    private void WriteDialogs(ReadOnlySpan<byte> role, IReadOnlyList<DialogResult> dialogs, bool withWire)
    {
        for (var i = 0; i < dialogs.Count; i++)
        {
            var d = dialogs[i];
            _json.WriteStartObject();
            _json.WriteString("role"u8, role);
            _json.Text("host"u8, d.Plan.Host);
            _json.WritePropertyName("address"u8);
            Address(d.Plan.Address.Address);
            _json.WriteNumber("port"u8, d.Plan.Address.Port);
            _json.WriteString("phase"u8, Names.Of(d.Outcome.Phase));
            _json.WriteString("fault"u8, Kebab<DialogFault>.Of(d.Outcome.Fault));
            _json.Known("detail"u8, d.Outcome.Detail);
            if (d.StartedAt != default) _json.Time("startedAt"u8, d.StartedAt);
            _json.WriteNumber("elapsedMs"u8, Milliseconds(d.Elapsed));
            _json.Known("localAddress"u8, d.LocalAddress?.Address.ToString());
            _json.Text("helo"u8, d.Plan.Helo);
            WriteReply("banner"u8, d.Banner);
            WriteTls(d.Tls);
            WriteOffer("offerBeforeTls"u8, d.OfferBeforeTls);
            WriteOffer("offerUnderTls"u8, d.OfferUnderTls);
            WriteLogin(d);
            WriteRecipients(d.Recipients);
            if (withWire) WriteWire(d.Wire);
            _json.WriteEndObject();
        }
    }

    private void WriteReply(ReadOnlySpan<byte> name, Reply? reply)
    {
        if (reply is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        WriteReply(reply);
        _json.WriteEndObject();
    }

    private void WriteReply(Reply? reply)
    {
        _json.Number("code"u8, reply?.Code);
        _json.WriteString("enhanced"u8, reply?.Enhanced?.ToString());
        _json.Text("text"u8, reply?.Text);
    }

    private void WriteTls(TlsSession? tls)
    {
        if (tls is null)
        {
            _json.WriteNull("tls"u8);
            return;
        }

        _json.WriteStartObject("tls"u8);
        _json.Text("protocol"u8, tls.Protocol);
        _json.Text("cipher"u8, tls.CipherSuite);
        _json.WriteBoolean("namesTheHost"u8, tls.NamesTheHost);
        _json.Text("subject"u8, tls.Subject);
        _json.Text("issuer"u8, tls.Issuer);
        _json.Texts("names"u8, tls.Names);
        _json.Time("notBefore"u8, tls.NotBefore);
        _json.Time("notAfter"u8, tls.NotAfter);
        _json.Text("chainProblem"u8, tls.ChainProblem);
        _json.WriteEndObject();
    }

    private void WriteOffer(ReadOnlySpan<byte> name, EhloOffer? offer)
    {
        if (offer is null)
        {
            _json.WriteNull(name);
            return;
        }

        _json.WriteStartObject(name);
        _json.Text("host"u8, offer.Host);
        _json.Texts("extensions"u8, offer.Extensions);
        _json.Texts("mechanisms"u8, offer.Mechanisms);
        _json.WriteEndObject();
    }

    private void WriteLogin(DialogResult d)
    {
        if (d.Login is not { } login) return;
        _json.WriteStartObject("login"u8);
        _json.Text("user"u8, d.Plan.Login?.User);
        _json.Text("mechanism"u8, login.Mechanism);
        _json.WriteBoolean("accepted"u8, login.Accepted);
        WriteReply("reply"u8, login.Reply);
        _json.Text("problem"u8, login.Problem);
        _json.WriteEndObject();
    }

    private void WriteRecipients(IReadOnlyList<RecipientAnswer> answers)
    {
        _json.WriteStartArray("recipients"u8);
        for (var i = 0; i < answers.Count; i++)
        {
            var answer = answers[i];
            _json.WriteStartObject();
            _json.Text("recipient"u8, answer.Recipient);
            _json.Truth("accepted"u8, answer.IsAccepted);
            _json.WriteString("phase"u8, Names.Of(answer.Phase));
            WriteReply(answer.Reply);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteWire(IReadOnlyList<WireLine> lines)
    {
        _json.WriteStartArray("wire"u8);
        for (var i = 0; i < lines.Count; i++)
        {
            _json.WriteStartObject();
            _json.WriteNumber("atMs"u8, Milliseconds(lines[i].At));
            _json.WriteString("kind"u8, Kebab<WireKind>.Of(lines[i].Kind));
            _json.Text("text"u8, lines[i].Text);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
