using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>ZeptoMail (Zoho) webhooks: lists of messages, each with lists of events.</summary>
internal sealed class ZeptoMailEvents() : EventProvider(InputFormat.ZeptoMail, "ZeptoMail")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) => o.Has("event_name", "event_message") ? 95 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        foreach (var message in o.Items("event_message"))
        foreach (var data in message.Items("event_data"))
            ReadEvent(message, data, sink);
    }

    private static void ReadEvent(JsonElement message, JsonElement data, EventSink sink)
    {
        var name = data.Text("object");
        RefusalKind? kind = name switch
        {
            "hardbounce" => RefusalKind.Failed,
            "softbounce" => RefusalKind.Delayed,
            "feedback_loop" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var info = message.At("email_info");
        foreach (var details in data.Items("details"))
        {
            sink.Add(sink.New(kind.Value) with
            {
                Software = "zeptomail",
                Recipient = details.Address("bounced_recipient") ?? RecipientOf(info),
                Sender = info.Address("bounce_address"),
                Reply = sink.Reply(details.Text("diagnostic_message")),
                Explanation = sink.Explain(name, details.Text("reason")),
                Time = details.Time("time") ?? info.Time("processed_time"),
                QueueId = info.Text("email_reference") ?? message.Text("request_id"),
                Original = info.Has("from") || info.Has("subject")
                    ? new OriginalMessage { From = info.Address("from"), Subject = info.Text("subject"), HeadersOnly = true }
                    : null,
            });
        }
    }

    private static string? RecipientOf(JsonElement info)
    {
        foreach (var to in info.Items("to")) return to.Address("email_address") ?? to.Address();
        return null;
    }
}
