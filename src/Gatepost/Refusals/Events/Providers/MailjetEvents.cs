using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Mailjet Event API: flat events. The words in <c>error</c> are Mailjet's; a server's are at most in <c>comment</c>.</summary>
internal sealed class MailjetEvents() : EventProvider(InputFormat.Mailjet, "Mailjet")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("event", "email") && (o.Has("MessageID") || o.Has("Message_GUID") || o.Has("mj_campaign_id") || o.Has("mj_contact_id")) ? 95 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("event");
        RefusalKind? kind = name switch
        {
            "bounce" => o.Flag("hard_bounce") == false ? RefusalKind.Delayed : RefusalKind.Failed,
            "blocked" => RefusalKind.Failed,
            "spam" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        var related = o.Text("error_related_to");
        var error = o.Text("error");
        sink.Add(sink.New(kind.Value) with
        {
            Software = "mailjet",
            Recipient = o.Address("email"),
            Reply = sink.Reply(o.Text("comment")),
            Explanation = sink.Explain(name, related is null || error is null ? related ?? error : $"{related}: {error}", o.Text("source")),
            Time = o.Time("time"),
            QueueId = o.Text("MessageID") ?? o.Text("Message_GUID"),
        });
    }
}
