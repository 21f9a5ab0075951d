using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Mailtrap webhooks: <c>events</c>, a list of flat events.</summary>
internal sealed class MailtrapEvents() : EventProvider(InputFormat.Mailtrap, "Mailtrap")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("event", "email", "message_id", "event_id") ? o.Has("sending_stream") ? 95 : 80 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "bounce" or "reject" or "suspension" => RefusalKind.Failed,
            "soft bounce" or "soft_bounce" => RefusalKind.Delayed,
            "spam" or "spam_complaint" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        sink.Add(sink.New(kind.Value) with
        {
            Software = "mailtrap",
            Recipient = o.Address("email"),
            Reply = sink.Reply(o.Text("response"), o.Text("response_code")),
            Explanation = sink.Explain(name, o.Text("bounce_category"), o.Text("reason")),
            RefusedByReporter = name is "reject" or "suspension",
            Time = o.Time("timestamp"),
            QueueId = o.Text("message_id") ?? o.Text("event_id"),
        });
    }
}
