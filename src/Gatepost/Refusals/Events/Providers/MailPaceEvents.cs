using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>MailPace webhooks: <c>event</c> <c>email.…</c> and <c>payload</c>.</summary>
internal sealed class MailPaceEvents() : EventProvider(InputFormat.MailPace, "MailPace")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.HasObject("payload") && o.Text("event")?.StartsWith("email.", StringComparison.Ordinal) == true ? 93 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "email.bounced" or "email.spam" => RefusalKind.Failed,
            "email.deferred" => RefusalKind.Delayed,
            "email.complained" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var payload = o.At("payload");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "mailpace",
            Recipient = payload.Address("to"),
            Reply = sink.Reply(payload.Text("bounce_message") ?? payload.Text("response") ?? payload.Text("error")),
            Explanation = sink.Explain(name, payload.Text("status")),
            RefusedByReporter = name == "email.spam",
            Time = payload.Time("updated_at") ?? payload.Time("created_at"),
            QueueId = EventText.Id(payload.Text("message_id")) ?? payload.Text("id"),
            Original = EventOriginal.From(payload),
        });
    }
}
