using System.Buffers;
using System.Text.Json;
using Gatepost.Evidence.Dns;

namespace Gatepost.Evidence.Worlds;

/// <summary>
/// Writes a world as JSON after docs/schema/world-1.json, to be read by people too: a response or dialog a line, records as in
/// a zone file. All of it is ASCII, so that nothing hostile takes effect where it is shown.
/// </summary>
public static partial class WorldWriter
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.world/1";

    /// <summary>Appends the file; its last line ends in a line feed.</summary>
    public static void Write(World world, IBufferWriter<byte> output)
    {
        output.Write("{\n  "u8);
        Member(output, "schema", static (json, _) => json.WriteStringValue(Schema), world);
        Member(output, "recordedAt", static (json, w) => json.Time(w.RecordedAt), world, follows: true);
        Member(output, "version", static (json, w) => json.TextValue(w.Version), world, follows: true);
        Member(output, "helo", static (json, w) => json.TextValue(w.Helo), world, follows: true);
        Member(output, "target", static (json, w) => json.TextValue(w.Target), world, follows: true);
        Member(output, "complete", static (json, w) => json.WriteBooleanValue(w.IsComplete), world, follows: true);
        if (world.Input is not null) Member(output, "input", static (json, w) => Input(json, w.Input!), world, follows: true);
        output.Write(",\n  "u8);
        Lines(output, "\"dns\": ["u8, world.Responses, Response);
        output.Write(",\n  "u8);
        Lines(output, "\"smtp\": ["u8, world.Dialogs, Dialog);
        output.Write("\n}\n"u8);
    }

    private static void Member(IBufferWriter<byte> output, string name, Action<Utf8JsonWriter, World> value, World world, bool follows = false)
    {
        if (follows) output.Write(",\n  "u8);
        Line(output, name, static (json, text) => json.WriteStringValue(text));
        output.Write(": "u8);
        Line(output, world, value);
    }

    private static void Lines<T>(IBufferWriter<byte> output, ReadOnlySpan<byte> head, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        output.Write(head);
        for (var i = 0; i < items.Count; i++)
        {
            output.Write(i == 0 ? "\n    "u8 : ",\n    "u8);
            Line(output, items[i], write);
        }

        output.Write(items.Count == 0 ? "]"u8 : "\n  ]"u8);
    }

    private static void Line<T>(IBufferWriter<byte> output, T item, Action<Utf8JsonWriter, T> write)
    {
        using var json = new Utf8JsonWriter(output, WorldJson.Options);
        write(json, item);
    }

    private static void Input(Utf8JsonWriter json, WorldInput input)
    {
        json.WriteStartObject();
        json.Text("name"u8, input.Name);
        json.Text("text"u8, input.Text);
        json.WriteEndObject();
    }

    private static void Response(Utf8JsonWriter json, DnsResponse response)
    {
        var query = response.Query;
        json.WriteStartObject();
        json.Text("name"u8, query.Name);
        json.Text("type"u8, ZoneText.Of(query.Type));
        json.Known("server"u8, query.Server?.ToString());
        Flags(json, "ask"u8, (query.RecursionDesired, "rd"), (query.CheckingDisabled, "cd"), (query.DnssecOk, "do"));
        json.Text("outcome"u8, WorldNames<DnsOutcome>.Of(response.Outcome));
        if (response.Rcode is { } rcode) json.WriteNumber("rcode"u8, rcode);
        Flags(json, "flags"u8, (response.Authoritative, "aa"), (response.AuthenticData, "ad"), (response.RecursionAvailable, "ra"), (response.OverTcp, "tcp"));
        Records(json, "answers"u8, response.Answers);
        Records(json, "authority"u8, response.Authority);
        Records(json, "additional"u8, response.Additional);
        if (response.Errors.Count > 0) Errors(json, response.Errors);
        json.Known("answeredBy"u8, response.Server?.ToString());
        json.WritePropertyName("at"u8);
        json.Time(response.ObservedAt);
        json.Span("elapsed"u8, response.Elapsed);
        json.Known("problem"u8, response.Problem);
        json.WriteEndObject();
    }

    private static void Flags(Utf8JsonWriter json, ReadOnlySpan<byte> name, params ReadOnlySpan<(bool IsSet, string Name)> flags)
    {
        json.WriteStartArray(name);
        foreach (var flag in flags)
            if (flag.IsSet) json.WriteStringValue(flag.Name);
        json.WriteEndArray();
    }

    private static void Records(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<DnsRecord> records)
    {
        if (records.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var record in records) json.TextValue(ZoneText.Of(record));
        json.WriteEndArray();
    }

    private static void Errors(Utf8JsonWriter json, IReadOnlyList<ExtendedDnsError> errors)
    {
        json.WriteStartArray("errors"u8);
        foreach (var error in errors)
        {
            json.WriteStartObject();
            json.WriteNumber("code"u8, error.Code);
            json.Text("text"u8, error.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
