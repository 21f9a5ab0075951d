using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Gatepost.Evidence.Relaying;

namespace Gatepost.Reports;

/// <summary>A relay test as JSON, one object a line, after docs/schema/relay-test-1.json.</summary>
public static class RelayJsonReport
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.relay-test/1";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Appends one object and a line feed.</summary>
    public static void Write(RelayTest test, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            var verdict = test.Verdict;
            json.WriteStartObject();
            json.WriteString("schema"u8, Schema);
            json.WriteStartObject("server"u8);
            Text(json, "host"u8, test.Host);
            json.WriteString("address"u8, test.Target.Address.Address.ToString());
            json.WriteNumber("port"u8, test.Target.Address.Port);
            json.WriteEndObject();
            json.WriteString("verdict"u8, RelayWords.Of(verdict.State));
            Texts(json, "reasons"u8, verdict.Reasons);
            json.WriteStartObject("consent"u8);
            json.WriteBoolean("given"u8, test.Consent.IsGiven);
            Text(json, "reason"u8, test.Consent.Reason);
            json.WriteEndObject();
            json.WriteString("startedAt"u8, test.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"));
            json.WriteNumber("elapsedMs"u8, (long)test.Elapsed.TotalMilliseconds);
            Text(json, "helo"u8, test.Target.Helo);
            Text(json, "testerDomain"u8, test.Target.TesterDomain);
            Texts(json, "sources"u8, [.. test.Sources.Select(static a => a.ToString())]);
            json.WriteNumber("dialogs"u8, test.Dialogs.Count);
            WriteForms(json, test.Forms);
            WriteControls(json, test.Controls);
            Texts(json, "leftOut"u8, test.LeftOut);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteForms(Utf8JsonWriter json, IReadOnlyList<RelayAnswer<RelayForm>> forms)
    {
        json.WriteStartArray("forms"u8);
        foreach (var form in forms)
        {
            json.WriteStartObject();
            json.WriteNumber("number"u8, form.Probe.Number);
            json.WriteString("name"u8, form.Probe.Name);
            json.WriteString("tests"u8, form.Probe.Tests);
            WriteAnswer(json, form);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteControls(Utf8JsonWriter json, IReadOnlyList<RelayAnswer<RelayControl>> controls)
    {
        json.WriteStartArray("controls"u8);
        foreach (var control in controls)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, RelayWords.Of(control.Probe.Kind));
            Text(json, "domain"u8, control.Probe.Domain);
            WriteAnswer(json, control);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnswer<T>(Utf8JsonWriter json, RelayAnswer<T> answer) where T : RelayProbe
    {
        Text(json, "sender"u8, answer.Probe.Sender);
        Text(json, "recipient"u8, answer.Probe.Recipient);
        json.WriteString("outcome"u8, RelayWords.Of(answer.Outcome));
        if (answer.Reply is not { } reply)
        {
            json.WriteNull("reply"u8);
            return;
        }

        json.WriteStartObject("reply"u8);
        json.WriteString("phase"u8, Names.Of(answer.Phase));
        if (reply.Code is { } code) json.WriteNumber("code"u8, code);
        else json.WriteNull("code"u8);
        json.WriteString("enhanced"u8, reply.Enhanced?.ToString());
        Text(json, "text"u8, reply.Text);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteRawValue(Escape.Json(text));
        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        json.WritePropertyName(name);
        if (text is null) json.WriteNullValue();
        else json.WriteRawValue(Escape.Json(text));
    }
}
