using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>
/// Mailgun: webhooks (<c>event-data</c>), the events API, and the form posts of old. Its codes 498, 499 and 6xx are its own and
/// no SMTP replies; they are told in the explanation.
/// </summary>
internal sealed class MailgunEvents() : EventProvider(InputFormat.Mailgun, "Mailgun")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (o.HasObject("event-data")) return 98;
        if (!o.Has("event")) return 0;
        if (o.HasObject("delivery-status") || (o.Has("log-level") && o.Has("timestamp"))) return 95;
        if (!o.Has("recipient")) return 0;
        return o.Has("message-headers") || o.Has("X-Mailgun-Sid") || o.Has("token", "signature") || o.Has("code", "description") || o.Has("code", "error") ? 90 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        if (o.HasObject("event-data")) o = o.At("event-data");
        var name = o.Text("event");
        switch (name)
        {
            case "failed" or "bounced" or "dropped" when o.Has("delivery-status"):
                sink.Add(Failed(o, o.At("delivery-status"), sink));
                break;
            case "failed" or "bounced" or "dropped":
                sink.Add(Failed(o, o, sink));
                break;
            case "rejected":
                sink.Add(Common(o, sink.New(RefusalKind.Failed)) with
                {
                    Explanation = sink.Explain(name, o.Text("reject", "reason"), o.Text("reject", "description")),
                    RefusedByReporter = true,
                });
                break;
            case "complained":
                sink.Add(Common(o, sink.New(RefusalKind.Complaint)) with { Explanation = name });
                break;
            default:
                sink.PassOver(name);
                break;
        }
    }

    private static Refusal Failed(JsonElement o, JsonElement status, EventSink sink)
    {
        var code = status.Text("code");
        var isRemote = EventText.SmtpCode(code) is not null;
        var reason = o.Text("reason");
        var quoted = status.Text("message") ?? status.Text("error") ?? status.Text("notification");
        var text = isRemote ? quoted ?? status.Text("description") : null;
        var host = status.Text("mx-host");
        return Common(o, sink.New(o.Text("severity") == "temporary" ? RefusalKind.Delayed : RefusalKind.Failed)) with
        {
            Reply = sink.Reply(text, code),
            ReportedStatus = status.Status("enhanced-code"),
            RemoteMta = host,
            Explanation = sink.Explain(
                o.Text("severity"), reason, isRemote || code is null ? null : $"Mailgun code {code}",
                isRemote ? null : quoted, isRemote && text == status.Text("description") ? null : status.Text("description"), status.Text("bounce-type")),
            RefusedByReporter = host is null && (reason?.StartsWith("suppress-", StringComparison.Ordinal) == true || code is "605" or "606" or "607"),
        };
    }

    private static Refusal Common(JsonElement o, Refusal refusal) => refusal with
    {
        Software = "mailgun",
        Recipient = o.Address("recipient") ?? o.Address("message", "headers", "to"),
        Sender = o.Address("envelope", "sender"),
        ClientAddress = refusal.Kind == RefusalKind.Complaint ? null : o.Text("envelope", "sending-ip"),
        Time = o.Time("timestamp"),
        QueueId = EventText.Id(o.Text("message", "headers", "message-id") ?? o.Text("Message-Id")) ?? o.Text("id") ?? o.Text("token"),
        Original = EventOriginal.From(o.At("message", "headers")),
    };
}
