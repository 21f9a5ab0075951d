using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Postal webhooks: <c>event</c>, <c>payload</c>, <c>uuid</c>; <c>output</c> is what the remote server said.</summary>
internal sealed class PostalEvents() : EventProvider(InputFormat.Postal, "Postal")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (o.Text("event") is not { } name || !o.HasObject("payload")) return 0;
        return name.StartsWith("Message", StringComparison.Ordinal) || name is "DomainDNSError" or "SendLimitApproaching" or "SendLimitExceeded" ? 95 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "MessageDelayed" or "MessageHeld" => RefusalKind.Delayed,
            "MessageDeliveryFailed" or "MessageBounced" => RefusalKind.Failed,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var payload = o.At("payload");
        var message = payload.HasObject("message") ? payload.At("message") : payload.At("original_message");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "postal",
            Recipient = message.Address("to"),
            Reply = sink.Reply(payload.Text("output") ?? payload.Text("details")),
            Explanation = sink.Explain(name, payload.Text("status"), payload.Has("output") ? payload.Text("details") : null, payload.Text("bounce", "subject")),
            RefusedByReporter = name == "MessageHeld",
            Time = payload.Time("timestamp") ?? o.Time("timestamp"),
            QueueId = EventText.Id(message.Text("message_id")) ?? o.Text("uuid"),
            Original = EventOriginal.From(message),
        });
    }
}
