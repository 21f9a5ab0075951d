using System.Buffers;
using System.Text.Json;
using Gatepost.Relay;

namespace Gatepost.Reports;

/// <summary>One decision as JSON, one object a line, after docs/schema/decision-1.json.</summary>
public static class DecisionJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "gatepost.decision/1";

    /// <summary>Appends one object and a line feed.</summary>
    public static void Write(Listener listener, Attempt attempt, Decision decision, IBufferWriter<byte> output)
    {
        using var json = JsonText.NewWriter();
        json.Reset(output);
        json.WriteStartObject();
        json.WriteString("schema"u8, Schema);
        WriteBody(json, listener, attempt, decision);
        json.EndLine(output);
    }

    /// <summary>The members, for objects that hold a decision.</summary>
    internal static void WriteBody(Utf8JsonWriter json, Listener listener, Attempt attempt, Decision decision)
    {
        json.WriteStartObject("listener"u8);
        json.Text("name"u8, listener.Name);
        json.Number("port"u8, listener.Port);
        json.WriteEndObject();
        json.WriteStartObject("attempt"u8);
        Attempt(json, attempt);
        json.WriteEndObject();
        json.WriteStartObject("decision"u8);
        json.WriteString("kind"u8, Kind(decision.Kind));
        json.Text("class"u8, decision.Class is { } known ? Relay.Questions.DecisionLine.Word(known) : null);
        json.WriteBoolean("relayed"u8, decision.IsRelayed);
        json.WriteBoolean("discarded"u8, decision.IsDiscarded);
        json.WriteString("phase"u8, Names.Of(decision.Phase));
        WriteReply(json, decision);
        json.WriteEndObject();
        json.WriteStartArray("dependsOn"u8);
        foreach (var opaque in decision.DependsOn)
        {
            json.WriteStartObject();
            json.Text("source"u8, opaque.Source);
            json.Text("subject"u8, opaque.Subject);
            Origin(json, opaque.Origin);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("trace"u8);
        foreach (var step in decision.Trace) Step(json, step);
        json.WriteEndArray();
    }

    /// <summary>The members of an attempt.</summary>
    internal static void Attempt(Utf8JsonWriter json, Attempt attempt)
    {
        json.WriteString("client"u8, attempt.Client.ToString());
        json.WriteString("nameStatus"u8, attempt.Name.Status.ToString().ToLowerInvariant());
        json.Text("name"u8, attempt.Name.Name);
        json.Text("helo"u8, attempt.Helo);
        json.WriteBoolean("tls"u8, attempt.Tls is not null);
        json.Text("login"u8, attempt.Login?.User);
        json.Text("from"u8, attempt.MailFrom);
        json.Text("to"u8, attempt.RcptTo);
    }

    /// <summary>File and line.</summary>
    internal static void Origin(Utf8JsonWriter json, Origin? origin)
    {
        json.Text("file"u8, origin?.File);
        json.Number("line"u8, origin is { Line: > 0 } known ? known.Line : null);
    }

    private static string Kind(DecisionKind kind) => kind switch
    {
        DecisionKind.Accept => "accept",
        DecisionKind.Refuse => "refuse",
        DecisionKind.Defer => "defer",
        _ => "depends",
    };

    private static void WriteReply(Utf8JsonWriter json, Decision decision)
    {
        if (decision.Reply is not { } reply)
        {
            json.WriteNull("reply"u8);
            return;
        }

        json.WriteStartObject("reply"u8);
        json.Number("code"u8, reply.Code);
        json.Text("enhanced"u8, reply.Enhanced?.ToString());
        json.Text("text"u8, decision.IsTextKnown ? reply.Text : null);
        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, TraceStep step)
    {
        json.WriteStartObject();
        json.Text("list"u8, step.List?.Name);
        json.Text("rule"u8, step.Rule?.Text);
        Origin(json, step.Rule?.Origin);
        json.WriteString("outcome"u8, DecisionWords.Outcome(step));
        json.WriteNumber("depth"u8, step.Depth);
        json.Text("by"u8, step.Answer.Key);
        json.Text("byFile"u8, step.Answer.At?.File);
        json.Number("byLine"u8, step.Answer.At is { Line: > 0 } at ? at.Line : null);
        json.WriteEndObject();
    }
}
