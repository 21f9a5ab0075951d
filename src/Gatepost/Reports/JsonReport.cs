using System.Buffers;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Refusals;

namespace Gatepost.Reports;

/// <summary>
/// Diagnoses as JSON, one object a line, after docs/schema/explain-1.json. Members stand in a fixed order; those that
/// the schema requires are null where nothing is known, the others are left out. Reuses its writer: one instance for
/// each thread.
/// </summary>
public sealed class JsonReport : IDisposable
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.explain/1";

    private readonly Utf8JsonWriter _json = JsonText.NewWriter();

    /// <summary>Appends one object and a line feed.</summary>
    public void Write(Diagnosis diagnosis, IBufferWriter<byte> output)
    {
        _json.Reset(output);
        _json.WriteStartObject();
        _json.WriteString("schema"u8, "gatepost.explain/1"u8);
        WriteInput(diagnosis.Refusal);
        WriteRefusal(diagnosis);
        JsonDiagnosis.Write(_json, diagnosis);
        _json.EndLine(output);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteInput(Refusal r)
    {
        _json.WriteStartObject("input"u8);
        _json.WriteString("format"u8, Names.Of(r.Format));
        _json.Text("source"u8, r.Source.Source);
        _json.Number("line"u8, r.Source.Line == 0 ? null : r.Source.Line);
        if (r.Source.Column != 0) _json.WriteNumber("column"u8, r.Source.Column);
        if (r.Source.Length != 0) _json.WriteNumber("length"u8, r.Source.Length);
        _json.WriteEndObject();
    }

    private void WriteRefusal(Diagnosis d)
    {
        var r = d.Refusal;
        _json.WriteStartObject("refusal"u8);
        _json.WriteString("kind"u8, Names.Of(r.Kind));
        _json.Number("code"u8, Shown.Code(d));
        _json.WriteString("enhanced"u8, Shown.EnhancedOrDerived(d)?.ToString());
        if (Shown.EnhancedOrigin(d) is { } origin) _json.WriteString("enhancedOrigin"u8, origin);
        _json.Text("text"u8, r.Reply.Text);
        _json.Truth("permanent"u8, Shown.Permanent(d));
        _json.Text("recipient"u8, r.Recipient);
        _json.Text("sender"u8, r.Sender);
        _json.WriteString("phase"u8, Names.Of(r.Phase));
        _json.Text("remoteMta"u8, r.RemoteMta);
        _json.Text("reportingMta"u8, r.ReportingMta);
        _json.Text("software"u8, r.Software);
        _json.Known("originalRecipient"u8, r.OriginalRecipient);
        _json.Known("remoteAddress"u8, r.RemoteAddress);
        if (r.RemotePort is { } port) _json.WriteNumber("remotePort"u8, port);
        if (r.RefusedByReporter) _json.WriteBoolean("refusedByReporter"u8, true);
        _json.Known("command"u8, r.Command);
        _json.Known("reportedStatus"u8, r.ReportedStatus?.ToString());
        _json.Known("explanation"u8, r.Explanation);
        WriteClient(r);
        if (r.Time is { } time) _json.Time("time"u8, time);
        _json.Known("queueId"u8, r.QueueId);
        if (r.Notes.Count > 0) _json.Texts("notes"u8, r.Notes);
        _json.WriteEndObject();
    }

    private void WriteClient(Refusal r)
    {
        if (r.ClientAddress is null && r.ClientName is null && r.Helo is null && r.Login is null && r.Auth == AuthState.Unknown) return;
        _json.WriteStartObject("client"u8);
        _json.Known("address"u8, r.ClientAddress);
        _json.Known("name"u8, r.ClientName);
        _json.Known("helo"u8, r.Helo);
        _json.Known("login"u8, r.Login);
        if (r.Auth != AuthState.Unknown) _json.WriteString("auth"u8, Names.Of(r.Auth));
        _json.WriteEndObject();
    }
}
