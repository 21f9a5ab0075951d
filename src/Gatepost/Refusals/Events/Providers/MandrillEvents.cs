using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Mandrill (Mailchimp Transactional) events, posted as the form field <c>mandrill_events</c>.</summary>
internal sealed class MandrillEvents() : EventProvider(InputFormat.Mandrill, "Mandrill")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) => o.Has("event") && o.HasObject("msg") && (o.Has("_id") || o.Has("ts")) ? 95 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "hard_bounce" or "reject" => RefusalKind.Failed,
            "soft_bounce" or "deferral" => RefusalKind.Delayed,
            "spam" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var message = o.At("msg");
        JsonElement smtp = default;
        foreach (var attempt in message.Items("smtp_events")) smtp = attempt;
        sink.Add(sink.New(kind.Value) with
        {
            Software = "mandrill",
            Recipient = message.Address("email"),
            Sender = message.Address("sender"),
            Reply = sink.Reply(message.Text("diag") ?? smtp.Text("diag")),
            Explanation = sink.Explain(name, message.Text("bounce_description"), message.Text("reject", "reason"), message.Text("reject_reason")),
            RefusedByReporter = name == "reject",
            RemoteAddress = smtp.Text("destination_ip"),
            ClientAddress = smtp.Text("source_ip"),
            Time = o.Time("ts") ?? message.Time("ts"),
            QueueId = message.Text("_id") ?? o.Text("_id"),
            Original = message.Has("subject")
                ? new OriginalMessage { Subject = message.Text("subject"), HeadersOnly = true }
                : null,
        });
    }
}
