using System.Buffers;
using Gatepost.Audits;
using Gatepost.Relay.Questions;

namespace Gatepost.Reports;

/// <summary>The difference of two configurations as JSON, one object a line, after docs/schema/difference-1.json.</summary>
public static class MigrationJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.difference/1";

    /// <summary>Appends one object and a line feed.</summary>
    public static void Write(string before, string after, IReadOnlyList<ListenerChange> changes, IBufferWriter<byte> output)
    {
        using var json = JsonText.NewWriter();
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        json.Text("before"u8, before);
        json.Text("after"u8, after);
        json.WriteStartArray("listeners"u8);
        foreach (var listener in changes)
        {
            json.WriteStartObject();
            json.Text("before"u8, listener.Before?.Name);
            json.Text("after"u8, listener.After?.Name);
            json.WriteStartArray("changes"u8);
            foreach (var change in listener.Changes)
            {
                json.WriteStartObject();
                json.WriteString("kind"u8, MigrationWords.Of(change.Kind));
                json.Text("what"u8, MigrationWords.Text(change));
                json.WriteStartObject("attempt"u8);
                DecisionJson.Attempt(json, change.Attempt);
                json.WriteEndObject();
                json.Text("before"u8, DecisionLine.Write(change.Before));
                json.Text("after"u8, DecisionLine.Write(change.After));
                json.Text("beforeLine"u8, Deciding.Line(change.Before)?.ToString());
                json.Text("afterLine"u8, Deciding.Line(change.After)?.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.EndLine(output);
    }
}
