using System.Text;
using System.Text.Json;
using Gatepost.Refusals.Events;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Mail;

/// <summary>A provider's event that came by mail: Amazon SNS sends its JSON as the text of a mail when an address subscribes.</summary>
internal static class NotificationMail
{
    private static readonly EventsReader s_events = new();

    /// <summary>What the event says; null where the mail holds none.</summary>
    public static ReadOutcome? Read(MailView mail, ReadLimits limits)
    {
        if (!mail.Headers.Has("x-amz-sns-message-id"u8)) return null;
        var text = mail.Text.Value;
        var start = text.IndexOf('{');
        var end = text.LastIndexOf('}');
        if (start < 0 || end < start) return null;
        // Long lines were wrapped on the way; JSON has no line end inside a string, so taking them out brings it back.
        var json = text[start..(end + 1)].Replace("\n ", "").Replace("\n", "");
        var document = new Document(mail.Source, Encoding.UTF8.GetBytes(json), mail.Text.SpanAt(start).Line);
        var outcome = s_events.Read(document, limits);
        if (outcome.Refusals.Count > 0) return outcome;
        return Delivered(document, mail, limits) is { Count: > 0 } delivered ? new ReadOutcome(InputFormat.AmazonSes, delivered) : null;
    }

    /// <summary>A delivery: passed over among events, but a mail that tells of one is a positive notification.</summary>
    private static List<Refusal> Delivered(in Document document, MailView mail, ReadLimits limits)
    {
        var refusals = new List<Refusal>();
        try
        {
            using var json = JsonDocument.Parse(document.Bytes);
            var root = json.RootElement;
            if (!root.TryGetProperty("delivery", out var delivery) || delivery.ValueKind != JsonValueKind.Object) return refusals;
            if (!delivery.TryGetProperty("recipients", out var recipients) || recipients.ValueKind != JsonValueKind.Array) return refusals;
            var common = new Refusal
            {
                Format = InputFormat.AmazonSes,
                Source = mail.Text.SpanAt(0) with { Line = document.FirstLine },
                Kind = RefusalKind.Delivered,
                Reply = Reply.Parse(Text(delivery, "smtpResponse")),
                ReportingMta = Text(delivery, "reportingMTA"),
                Software = "amazonses",
                Time = delivery.TryGetProperty("timestamp", out var time) && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var at) ? at : null,
                Sender = root.TryGetProperty("mail", out var sent) && sent.ValueKind == JsonValueKind.Object ? Text(sent, "source") : null,
            };
            foreach (var recipient in recipients.EnumerateArray())
            {
                if (recipient.ValueKind != JsonValueKind.String || refusals.Count >= limits.RefusalsPerDocument) continue;
                refusals.Add(common with { Recipient = recipient.GetString() });
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
        }

        return refusals;
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
