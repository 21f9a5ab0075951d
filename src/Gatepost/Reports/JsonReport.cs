using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Evidence;
using Gatepost.Refusals;

namespace Gatepost.Reports;

/// <summary>
/// Diagnoses as JSON, one object a line, after docs/schema/explain-1.json. Members stand in a fixed order; those that
/// the schema requires are null where nothing is known, the others are left out. Reuses its writer: one instance for
/// each thread.
/// </summary>
public sealed partial class JsonReport : IDisposable
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.explain/1";

    private readonly Utf8JsonWriter _json = new(Stream.Null, new JsonWriterOptions
    {
        // Keeps < > & ' + readable; what must not be shown raw goes through Escape.Json.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    });

    /// <summary>Appends one object and a line feed.</summary>
    public void Write(Diagnosis diagnosis, IBufferWriter<byte> output)
    {
        _json.Reset(output);
        _json.WriteStartObject();
        _json.WriteString("schema"u8, "gatepost.explain/1"u8);
        WriteInput(diagnosis.Refusal);
        WriteRefusal(diagnosis);
        WriteDiagnosis(diagnosis);
        WriteEvidence(diagnosis.Evidence);
        WriteFixes(diagnosis.Fixes);
        WriteRuledOut(diagnosis.RuledOut);
        WriteAlternatives(diagnosis.Alternatives);
        WriteTexts("unknown"u8, diagnosis.Unknown);
        _json.WriteEndObject();
        _json.Flush();
        output.GetSpan(1)[0] = (byte)'\n';
        output.Advance(1);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteInput(Refusal r)
    {
        _json.WriteStartObject("input"u8);
        _json.WriteString("format"u8, Names.Of(r.Format));
        Text("source"u8, r.Source.Source);
        Number("line"u8, r.Source.Line == 0 ? null : r.Source.Line);
        if (r.Source.Column != 0) _json.WriteNumber("column"u8, r.Source.Column);
        if (r.Source.Length != 0) _json.WriteNumber("length"u8, r.Source.Length);
        _json.WriteEndObject();
    }

    private void WriteRefusal(Diagnosis d)
    {
        var r = d.Refusal;
        _json.WriteStartObject("refusal"u8);
        _json.WriteString("kind"u8, Names.Of(r.Kind));
        Number("code"u8, Shown.Code(d));
        _json.WriteString("enhanced"u8, Shown.EnhancedOrDerived(d)?.ToString());
        if (Shown.EnhancedOrigin(d) is { } origin) _json.WriteString("enhancedOrigin"u8, origin);
        Text("text"u8, r.Reply.Text);
        if (Shown.Permanent(d) is { } permanent) _json.WriteBoolean("permanent"u8, permanent);
        else _json.WriteNull("permanent"u8);
        Text("recipient"u8, r.Recipient);
        Text("sender"u8, r.Sender);
        _json.WriteString("phase"u8, Names.Of(r.Phase));
        Text("remoteMta"u8, r.RemoteMta);
        Text("reportingMta"u8, r.ReportingMta);
        Text("software"u8, r.Software);
        Known("originalRecipient"u8, r.OriginalRecipient);
        Known("remoteAddress"u8, r.RemoteAddress);
        if (r.RemotePort is { } port) _json.WriteNumber("remotePort"u8, port);
        if (r.RefusedByReporter) _json.WriteBoolean("refusedByReporter"u8, true);
        Known("command"u8, r.Command);
        Known("reportedStatus"u8, r.ReportedStatus?.ToString());
        Known("explanation"u8, r.Explanation);
        WriteClient(r);
        if (r.Time is { } time) Time("time"u8, time);
        Known("queueId"u8, r.QueueId);
        if (r.Notes.Count > 0) WriteTexts("notes"u8, r.Notes);
        _json.WriteEndObject();
    }

    private void WriteClient(Refusal r)
    {
        if (r.ClientAddress is null && r.ClientName is null && r.Helo is null && r.Login is null && r.Auth == AuthState.Unknown) return;
        _json.WriteStartObject("client"u8);
        Known("address"u8, r.ClientAddress);
        Known("name"u8, r.ClientName);
        Known("helo"u8, r.Helo);
        Known("login"u8, r.Login);
        if (r.Auth != AuthState.Unknown) _json.WriteString("auth"u8, Names.Of(r.Auth));
        _json.WriteEndObject();
    }

    private void WriteDiagnosis(Diagnosis d)
    {
        _json.WriteStartObject("diagnosis"u8);
        _json.WriteString("id"u8, d.Cause.Id);
        _json.WriteString("cause"u8, d.Cause.Name);
        _json.WriteString("title"u8, d.Cause.Title);
        _json.WriteString("reason"u8, Names.Of(d.Reason));
        _json.WriteBoolean("relay"u8, d.IsRelayDenial);
        _json.WriteString("side"u8, Names.Of(d.Side));
        _json.WriteString("owner"u8, Names.Of(d.Owner));
        _json.WriteString("confidence"u8, Names.Of(d.Confidence));
        Text("confidenceBecause"u8, d.ConfidenceBecause);
        Text("summary"u8, d.Summary);
        Text("because"u8, d.Cause.Why);
        _json.WriteEndObject();
    }

    private void WriteEvidence(IReadOnlyList<Fact> facts)
    {
        _json.WriteStartArray("evidence"u8);
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            _json.WriteStartObject();
            _json.WriteString("kind"u8, fact.Kind);
            Text("subject"u8, fact.Subject);
            Text("value"u8, fact.Value);
            Text("says"u8, fact.Says);
            Text("provenance"u8, fact.Provenance);
            if (fact.ObservedAt is { } time) Time("observedAt"u8, time);
            else _json.WriteNull("observedAt"u8);
            WriteTexts("supports"u8, fact.Supports);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }

    private void WriteFixes(IReadOnlyList<Fix> fixes)
    {
        _json.WriteStartArray("fixes"u8);
        for (var i = 0; i < fixes.Count; i++)
        {
            var fix = fixes[i];
            _json.WriteStartObject();
            _json.WriteString("who"u8, Names.Of(fix.Who));
            _json.WriteString("risk"u8, Names.Of(fix.Risk));
            WriteTexts("steps"u8, fix.Steps);
            Known("onlyIf"u8, fix.OnlyIf);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
