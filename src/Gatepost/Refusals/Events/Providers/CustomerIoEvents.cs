using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Customer.io reporting webhooks: <c>metric</c>, <c>object_type</c>, <c>data</c>.</summary>
internal sealed class CustomerIoEvents() : EventProvider(InputFormat.CustomerIo, "Customer.io")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) => o.Has("metric", "object_type") && o.HasObject("data") ? 95 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("metric");
        RefusalKind? kind = name switch
        {
            "bounced" or "failed" or "dropped" or "undeliverable" => RefusalKind.Failed,
            "deferred" => RefusalKind.Delayed,
            "spammed" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null || o.Text("object_type") != "email")
        {
            sink.PassOver(name);
            return;
        }

        var data = o.At("data");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "customerio",
            Recipient = data.Address("recipient"),
            Reply = sink.Reply(data.Text("failure_message")),
            Explanation = sink.Explain(name),
            RefusedByReporter = name is "dropped" or "undeliverable",
            Time = o.Time("timestamp"),
            QueueId = data.Text("delivery_id") ?? o.Text("event_id"),
            Original = data.Has("subject") ? new OriginalMessage { Subject = data.Text("subject"), HeadersOnly = true } : null,
        });
    }
}
