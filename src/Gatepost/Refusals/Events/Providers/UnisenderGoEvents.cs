using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Unisender Go callbacks: the fields beside <c>event_name</c>, or in <c>event_data</c>.</summary>
internal sealed class UnisenderGoEvents() : EventProvider(InputFormat.UnisenderGo, "Unisender Go")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (o.HasObject("event_data") && o.At("event_name").ValueKind == JsonValueKind.String) return 95;
        return o.Has("status", "email") && (o.HasObject("delivery_info") || o.Text("event_name")?.StartsWith("transactional_", StringComparison.Ordinal) == true) ? 93 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        if (o.HasObject("event_data")) o = o.At("event_data");
        var name = o.Text("status") ?? o.Text("event_name");
        RefusalKind? kind = name switch
        {
            "hard_bounced" => RefusalKind.Failed,
            "soft_bounced" => RefusalKind.Delayed,
            "spam" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        sink.Add(sink.New(kind.Value) with
        {
            Software = "unisendergo",
            Recipient = o.Address("email"),
            Reply = sink.Reply(o.Text("delivery_info", "destination_response")),
            Explanation = sink.Explain(name, o.Text("delivery_info", "delivery_status")),
            Time = o.Time("event_time"),
            QueueId = o.Text("job_id"),
        });
    }
}
