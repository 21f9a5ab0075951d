using System.Buffers;
using System.Net;
using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Evidence;

namespace Gatepost.Reports;

/// <summary>
/// Verdicts of probes as JSON, one object a line, after docs/schema/probe-1.json. Reuses its writer: one instance for each
/// thread.
/// </summary>
public sealed partial class ProbeJson : IDisposable
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.probe/1";

    private readonly Utf8JsonWriter _json = JsonText.NewWriter();

    /// <summary>Appends one object and a line feed.</summary>
    /// <param name="target">The target as the user wrote it.</param>
    /// <param name="verdict">What the probe comes to.</param>
    /// <param name="withWire">True where every line of the dialogs is wanted.</param>
    /// <param name="output">Where to.</param>
    public void Write(string target, ProbeVerdict verdict, bool withWire, IBufferWriter<byte> output)
    {
        var seen = verdict.Observations;
        _json.Reset(output);
        _json.WriteStartObject();
        _json.WriteString("schema"u8, "gatepost.probe/1"u8);
        _json.Text("target"u8, target);
        _json.WriteString("verdict"u8, Kebab<ProbeVerdictKind>.Of(verdict.Kind));
        _json.Text("says"u8, verdict.Says);
        _json.Text("domain"u8, seen.Inquiry.Domain);
        _json.Text("recipient"u8, seen.Inquiry.Recipient);
        _json.Text("sender"u8, seen.Inquiry.Sender);
        WriteWhy(verdict);
        WriteDns(seen.Domain);
        _json.WriteStartArray("dialogs"u8);
        WriteDialogs("mx"u8, seen.MxDialogs, withWire);
        WriteDialogs("server"u8, seen.RefuserDialogs, withWire);
        WriteDialogs("port"u8, seen.PortDialogs, withWire);
        _json.WriteEndArray();
        _json.WriteBoolean("complete"u8, seen.IsComplete);
        _json.WriteNumber("elapsedMs"u8, Milliseconds(seen.Elapsed));
        _json.EndLine(output);
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private void WriteWhy(ProbeVerdict verdict)
    {
        var facts = verdict.Observations.Facts;
        if (verdict.Diagnosis is not { } diagnosis)
        {
            _json.WriteNull("diagnosis"u8);
            JsonDiagnosis.WriteEvidence(_json, facts);
            return;
        }

        JsonDiagnosis.WriteDiagnosis(_json, diagnosis);
        JsonDiagnosis.WriteEvidence(_json, facts.Count == 0 ? diagnosis.Evidence : [.. diagnosis.Evidence, .. facts.Where(f => !diagnosis.Evidence.Any(e => IsSame(e, f)))]);
        JsonDiagnosis.WriteFixes(_json, diagnosis.Fixes);
        JsonDiagnosis.WriteRuledOut(_json, diagnosis.RuledOut);
        JsonDiagnosis.WriteAlternatives(_json, diagnosis.Alternatives);
        _json.Texts("unknown"u8, diagnosis.Unknown);
    }

    private static bool IsSame(Fact a, Fact b) => a.Kind == b.Kind && a.Subject == b.Subject && a.Value == b.Value;

    private static long Milliseconds(TimeSpan time) => (long)Math.Round(time.TotalMilliseconds);

    private void Address(IPAddress address)
    {
        Span<byte> text = stackalloc byte[64];
        if (address.TryFormat(text, out var length)) _json.WriteStringValue(text[..length]);
        else _json.WriteStringValue(address.ToString());
    }
}
