using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Scaleway Transactional Email events: flat, all fields begin with <c>email_</c>.</summary>
internal sealed class ScalewayEvents() : EventProvider(InputFormat.Scaleway, "Scaleway")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("email_id") && o.Text("type")?.StartsWith("email_", StringComparison.Ordinal) == true ? 94 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("type");
        RefusalKind? kind = name switch
        {
            "email_dropped" or "email_mailbox_not_found" or "email_blocklisted" or "email_failed" => RefusalKind.Failed,
            "email_deferred" => RefusalKind.Delayed,
            "email_spam" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        sink.Add(sink.New(kind.Value) with
        {
            Software = "scaleway",
            Recipient = o.Address("email_to"),
            Reply = sink.Reply(o.Text("email_response_message"), o.Text("email_response_code")),
            Explanation = sink.Explain(name, o.Text("email_error")),
            RefusedByReporter = name == "email_blocklisted",
            Time = o.Time("created_at"),
            QueueId = o.Text("email_id"),
            Original = o.Has("email_from") || o.Has("email_subject")
                ? new OriginalMessage { From = o.Address("email_from"), Subject = o.Text("email_subject"), HeadersOnly = true }
                : null,
        });
    }
}
