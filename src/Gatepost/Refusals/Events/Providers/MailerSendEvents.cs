using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>MailerSend webhooks: <c>type</c> <c>activity.…</c>, the reason in <c>data.morph</c>.</summary>
internal sealed class MailerSendEvents() : EventProvider(InputFormat.MailerSend, "MailerSend")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.HasObject("data") && o.Text("type")?.StartsWith("activity.", StringComparison.Ordinal) == true ? 95 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("type")!["activity.".Length..];
        RefusalKind? kind = name switch
        {
            "hard_bounced" => RefusalKind.Failed,
            "soft_bounced" or "deferred" => RefusalKind.Delayed,
            "spam_complaint" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var data = o.At("data");
        var email = data.At("email");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "mailersend",
            Recipient = email.Address("recipient"),
            Reply = sink.Reply(data.Text("morph", "reason")),
            Explanation = sink.Explain(name, data.Text("morph", "readable_reason")),
            Time = data.Time("created_at") ?? o.Time("created_at"),
            QueueId = email.Text("message", "id") ?? data.Text("id"),
            Original = email.Has("from") || email.Has("subject")
                ? new OriginalMessage { From = email.Address("from"), Subject = email.Text("subject"), HeadersOnly = true }
                : null,
        });
    }
}
