using System.Text.Json;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Logs.KumoMta;

/// <summary>The parts of a KumoMTA log record that tell of a refusal, as they stand in its JSON.</summary>
internal sealed class KumoRecord
{
    public string? Type;
    public string? Id;
    public string? Sender;
    public List<string> Recipients = [];
    public string? Classification;
    public string? PeerName;
    public string? PeerAddress;
    public double? Timestamp;
    public string? EventTime;
    public int? Code;
    public EnhancedStatus? Enhanced;
    public string Content = "";
    public string? Command;
    public string? Login;
    public string? FeedbackType;
    public string? FeedbackSender;
    public List<string> FeedbackRecipients = [];

    /// <summary>Null where the line is not one JSON object, or was cut.</summary>
    public static KumoRecord? TryRead(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 32, AllowTrailingCommas = true });
        var record = new KumoRecord();
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) record.Take(ref json);
        }
        catch (JsonException)
        {
            // A cut line still tells what stands before the cut, if it names its type.
        }
        catch (InvalidOperationException)
        {
            // A string that is not UTF-8.
        }

        return record.Type is null ? null : record;
    }

    private void Take(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("type"u8)) Type = Text(ref json);
        else if (json.ValueTextEquals("id"u8)) Id = Text(ref json);
        else if (json.ValueTextEquals("sender"u8)) Sender = Text(ref json);
        else if (json.ValueTextEquals("recipient"u8)) Texts(ref json, Recipients);
        else if (json.ValueTextEquals("bounce_classification"u8)) Classification = Text(ref json);
        else if (json.ValueTextEquals("timestamp"u8)) Timestamp = Number(ref json);
        else if (json.ValueTextEquals("event_time"u8)) EventTime = Text(ref json);
        else if (json.ValueTextEquals("response"u8)) Object(ref json, TakeResponse);
        else if (json.ValueTextEquals("peer_address"u8)) Object(ref json, TakePeer);
        else if (json.ValueTextEquals("meta"u8)) Object(ref json, TakeMeta);
        else if (json.ValueTextEquals("feedback_report"u8)) Object(ref json, TakeFeedback);
        else Pass(ref json);
    }

    private delegate void Member(ref Utf8JsonReader json);

    private void TakeResponse(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("code"u8)) Code = Number(ref json) is var code and >= 200 and < 600 ? (int)code : null;
        else if (json.ValueTextEquals("content"u8)) Content = Text(ref json) ?? "";
        else if (json.ValueTextEquals("command"u8)) Command = Text(ref json);
        else if (json.ValueTextEquals("enhanced_code"u8)) Enhance(ref json);
        else Pass(ref json);
    }

    private void Enhance(ref Utf8JsonReader json)
    {
        Span<int> parts = [-1, -1, -1];
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var place = json.ValueTextEquals("class"u8) ? 0 : json.ValueTextEquals("subject"u8) ? 1 : json.ValueTextEquals("detail"u8) ? 2 : -1;
            var number = Number(ref json);
            if (place >= 0 && number is >= 0 and < 1000) parts[place] = (int)number;
        }

        Enhanced = EnhancedStatus.Create(parts[0], parts[1], parts[2]);
    }

    private void TakePeer(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("name"u8)) PeerName = Text(ref json);
        else if (json.ValueTextEquals("addr"u8)) PeerAddress = Text(ref json);
        else Pass(ref json);
    }

    private void TakeMeta(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("authn_id"u8)) Login = Text(ref json);
        else Pass(ref json);
    }

    private void TakeFeedback(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("feedback_type"u8)) FeedbackType = Text(ref json);
        else if (json.ValueTextEquals("original_mail_from"u8)) FeedbackSender = Text(ref json);
        else if (json.ValueTextEquals("original_rcpt_to"u8)) Texts(ref json, FeedbackRecipients);
        else Pass(ref json);
    }

    private static void Object(ref Utf8JsonReader json, Member member)
    {
        if (!json.Read()) return;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName) member(ref json);
    }

    private static void Pass(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) return json.GetString();
        json.Skip();
        return null;
    }

    private static void Texts(ref Utf8JsonReader json, List<string> texts)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) texts.Add(json.GetString() ?? "");
        if (json.TokenType is JsonTokenType.StartObject) json.Skip();
        if (json.TokenType != JsonTokenType.StartArray) return;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String && texts.Count < ReadLimits.Default.RefusalsPerDocument) texts.Add(json.GetString() ?? "");
            else json.Skip();
        }
    }

    private static double? Number(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetDouble(out var number)) return number;
        json.Skip();
        return null;
    }
}
