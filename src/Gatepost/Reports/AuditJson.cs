using System.Buffers;
using System.Text.Json;
using Gatepost.Audits;
using Gatepost.Relay.Proof;

namespace Gatepost.Reports;

/// <summary>An audit as JSON, one object a line, after docs/schema/audit-1.json.</summary>
public static class AuditJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.audit/1";

    /// <summary>Appends one object and a line feed.</summary>
    public static void Write(string subject, Audit audit, IBufferWriter<byte> output)
    {
        using var json = JsonText.NewWriter();
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        json.Text("path"u8, subject);
        json.Text("software"u8, audit.Configuration.Software);
        json.Text("version"u8, audit.Configuration.Version);
        json.WriteString("verdict"u8, AuditWords.Of(audit.Verdict));
        json.Texts("trusted"u8, [.. audit.Options.ProofOf(audit.Configuration).Strangers.Trusted.Select(static n => n.ToString()).Distinct()]);
        json.WriteBoolean("privateTrusted"u8, audit.Options.Trusted.IsEmpty);
        json.WriteStartArray("listeners"u8);
        foreach (var listener in audit.Listeners) Listener(json, listener);
        json.WriteEndArray();
        json.WriteStartArray("findings"u8);
        foreach (var finding in audit.Findings) Finding(json, finding);
        json.WriteEndArray();
        Coverage(json, audit);
        json.EndLine(output);
    }

    private static void Listener(Utf8JsonWriter json, ListenerAudit listener)
    {
        json.WriteStartObject();
        json.Text("name"u8, listener.Policy.Listener.Name);
        json.Number("port"u8, listener.Policy.Listener.Port);
        DecisionJson.Origin(json, listener.Policy.Listener.Origin);
        json.WriteBoolean("internal"u8, listener.Policy.Listener.IsInternal);
        json.WriteBoolean("submission"u8, listener.Policy.Listener.IsSubmission);
        json.WriteString("verdict"u8, AuditWords.Of(listener.Verdict));
        Proof(json, "openRelay"u8, listener, listener.Relay);
        Proof(json, "withoutLogin"u8, listener, listener.Submission);
        json.Texts("relayingNetworks"u8, [.. listener.Clients?.Networks.Select(static n => n.ToString()) ?? []]);
        json.WriteEndObject();
    }

    private static void Proof(Utf8JsonWriter json, ReadOnlySpan<byte> name, ListenerAudit listener, ProofResult? proof)
    {
        if (proof is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("status"u8, AuditWords.Of(proof.Status));
        json.Texts("assumes"u8, [.. proof.Suppositions.Select(static s => s.Text)]);
        json.Texts("dependsOn"u8, [.. proof.Prevents.Select(static c => c.ToString())]);
        if (proof is { Witness: { } witness, Decision: { } decision })
        {
            json.WriteStartObject("witness"u8);
            DecisionJson.WriteBody(json, listener.Policy.Listener, witness, decision);
            json.WriteEndObject();
        }
        else json.WriteNull("witness"u8);

        json.WriteEndObject();
    }

    private static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, finding.Kind.Id);
        json.WriteString("finding"u8, finding.Kind.Name);
        json.WriteString("severity"u8, AuditWords.Of(finding.Severity));
        DecisionJson.Origin(json, finding.Origin);
        json.Texts("listeners"u8, finding.Listeners);
        json.Text("what"u8, finding.What);
        json.Text("why"u8, finding.Kind.Why);
        json.Text("remedy"u8, finding.Remedy ?? finding.Kind.Remedy);
        json.Text("risk"u8, finding.Kind.Risk);
        if (finding.Example is { } example)
        {
            json.WriteStartObject("example"u8);
            DecisionJson.Attempt(json, example);
            json.WriteEndObject();
        }
        else json.WriteNull("example"u8);

        json.WriteEndObject();
    }

    private static void Coverage(Utf8JsonWriter json, Audit audit)
    {
        json.WriteStartObject("coverage"u8);
        foreach (var state in Enum.GetValues<Relay.Coverage>())
            json.WriteNumber(AuditWords.Of(state), audit.Configuration.Coverage.Count(c => c.Coverage == state));
        json.WriteStartArray("lines"u8);
        foreach (var line in audit.Configuration.Coverage.Where(static c => c.Coverage is not (Relay.Coverage.Understood or Relay.Coverage.Irrelevant)))
        {
            json.WriteStartObject();
            DecisionJson.Origin(json, line.Origin);
            json.Text("setting"u8, line.Setting);
            json.WriteString("coverage"u8, AuditWords.Of(line.Coverage));
            json.Text("because"u8, line.Because);
            json.Text("listener"u8, line.Listener);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
