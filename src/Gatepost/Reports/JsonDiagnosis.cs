using System.Text.Json;
using Gatepost.Diagnoses;
using Gatepost.Evidence;

namespace Gatepost.Reports;

/// <summary>The members that say why and whose job it is: the same in every JSON output that holds a diagnosis.</summary>
internal static class JsonDiagnosis
{
    /// <summary>Every member that rests on the diagnosis, in its order: <c>diagnosis</c>, <c>evidence</c>, <c>fixes</c>, <c>ruledOut</c>, <c>alternatives</c>, <c>unknown</c>.</summary>
    public static void Write(Utf8JsonWriter json, Diagnosis d)
    {
        WriteDiagnosis(json, d);
        WriteEvidence(json, d.Evidence);
        WriteFixes(json, d.Fixes);
        WriteRuledOut(json, d.RuledOut);
        WriteAlternatives(json, d.Alternatives);
        json.Texts("unknown"u8, d.Unknown);
    }

    public static void WriteDiagnosis(Utf8JsonWriter json, Diagnosis d)
    {
        json.WriteStartObject("diagnosis"u8);
        json.WriteString("id"u8, d.Cause.Id);
        json.WriteString("cause"u8, d.Cause.Name);
        json.WriteString("title"u8, d.Cause.Title);
        json.WriteString("reason"u8, Names.Of(d.Reason));
        json.WriteBoolean("relay"u8, d.IsRelayDenial);
        json.WriteString("side"u8, Names.Of(d.Side));
        json.WriteString("owner"u8, Names.Of(d.Owner));
        json.WriteString("confidence"u8, Names.Of(d.Confidence));
        json.Text("confidenceBecause"u8, d.ConfidenceBecause);
        json.Text("summary"u8, d.Summary);
        json.Text("because"u8, d.Cause.Why);
        json.WriteEndObject();
    }

    public static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<Fact> facts)
    {
        json.WriteStartArray("evidence"u8);
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            json.WriteStartObject();
            json.WriteString("kind"u8, fact.Kind);
            json.Text("subject"u8, fact.Subject);
            json.Text("value"u8, fact.Value);
            json.Text("says"u8, fact.Says);
            json.Text("provenance"u8, fact.Provenance);
            json.Time("observedAt"u8, fact.ObservedAt);
            json.Texts("supports"u8, fact.Supports);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteFixes(Utf8JsonWriter json, IReadOnlyList<Fix> fixes)
    {
        json.WriteStartArray("fixes"u8);
        for (var i = 0; i < fixes.Count; i++)
        {
            var fix = fixes[i];
            json.WriteStartObject();
            json.WriteString("who"u8, Names.Of(fix.Who));
            json.WriteString("risk"u8, Names.Of(fix.Risk));
            json.Texts("steps"u8, fix.Steps);
            json.Known("onlyIf"u8, fix.OnlyIf);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteRuledOut(Utf8JsonWriter json, IReadOnlyList<RuledOut> causes)
    {
        json.WriteStartArray("ruledOut"u8);
        for (var i = 0; i < causes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, causes[i].Cause.Id);
            json.Text("because"u8, causes[i].Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteAlternatives(Utf8JsonWriter json, IReadOnlyList<Alternative> causes)
    {
        json.WriteStartArray("alternatives"u8);
        for (var i = 0; i < causes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, causes[i].Cause.Id);
            json.WriteString("confidence"u8, Names.Of(causes[i].Confidence));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
