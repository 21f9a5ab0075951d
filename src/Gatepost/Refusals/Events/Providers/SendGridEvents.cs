using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>SendGrid (Twilio) Event Webhook: a list of flat events.</summary>
internal sealed class SendGridEvents() : EventProvider(InputFormat.SendGrid, "SendGrid")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (!o.Has("event", "email")) return 0;
        if (o.Has("sg_event_id") || o.Has("sg_message_id")) return 95;
        return o.Has("smtp-id", "timestamp") ? 85 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        var type = o.Text("type");
        switch (name)
        {
            case "bounce":
                sink.Add(Common(o, sink.New(RefusalKind.Failed)) with
                {
                    Reply = sink.Reply(o.Text("reason")),
                    Explanation = sink.Explain(type, o.Text("bounce_classification")),
                });
                break;
            case "deferred":
                sink.Add(Common(o, sink.New(RefusalKind.Delayed)) with
                {
                    Reply = sink.Reply(o.Text("response") ?? o.Text("reason")),
                    Explanation = sink.Explain(name, o.Text("bounce_classification")),
                });
                break;
            case "dropped":
                sink.Add(Common(o, sink.New(RefusalKind.Failed)) with
                {
                    Reply = sink.Reply(o.Text("response")),
                    Explanation = sink.Explain(name, o.Text("reason")),
                    RefusedByReporter = true,
                });
                break;
            case "spamreport":
                sink.Add(Common(o, sink.New(RefusalKind.Complaint)) with { Explanation = name });
                break;
            default:
                sink.PassOver(name);
                break;
        }
    }

    private static Refusal Common(JsonElement o, Refusal refusal) => refusal with
    {
        Software = "sendgrid",
        Recipient = o.Address("email"),
        Sender = o.Address("from"),
        ReportedStatus = o.Status("status"),
        ClientAddress = refusal.Kind == RefusalKind.Complaint ? null : o.Text("ip"),
        Time = o.Time("timestamp"),
        QueueId = o.Text("sg_message_id") ?? o.Text("sg_event_id") ?? EventText.Id(o.Text("smtp-id")),
    };
}
