using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Brevo (Sendinblue) webhooks of transactional mail and campaigns: flat objects.</summary>
internal sealed class BrevoEvents() : EventProvider(InputFormat.Brevo, "Brevo")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (!o.Has("event", "email")) return 0;
        if (o.Has("ts_epoch") || o.Has("ts_event")) return 92;
        return o.Has("message-id") || (o.Has("messageId") && o.Has("date")) || o.Has("camp_id") ? 85 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "hard_bounce" or "hardBounce" or "hardBounces" or "blocked" or "invalid_email" or "invalid" or "error" => RefusalKind.Failed,
            "soft_bounce" or "softBounce" or "softBounces" or "deferred" => RefusalKind.Delayed,
            "spam" or "complaint" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var isOwn = EventText.IsOneOf(name, "blocked", "invalid_email", "invalid", "error");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "brevo",
            Recipient = o.Address("email"),
            Reply = sink.Reply(o.Text("reason")),
            Explanation = sink.Explain(name),
            RefusedByReporter = isOwn,
            ClientAddress = kind == RefusalKind.Complaint ? null : o.Text("sending_ip"),
            Time = o.Time("ts_epoch") ?? o.Time("ts_event") ?? o.Time("ts"),
            QueueId = EventText.Id(o.Text("message-id") ?? o.Text("messageId")) ?? o.Text("id"),
            Original = o.Has("subject") ? new OriginalMessage { Subject = o.Text("subject"), HeadersOnly = true } : null,
        });
    }
}
