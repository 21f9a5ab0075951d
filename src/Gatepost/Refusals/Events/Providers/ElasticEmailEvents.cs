using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Elastic Email HTTP notifications: the fields of a query or form; <c>category</c> is its word for the error.</summary>
internal sealed class ElasticEmailEvents() : EventProvider(InputFormat.ElasticEmail, "Elastic Email")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) => o.Has("status", "to") && (o.Has("messageid") || o.Has("transaction")) ? 90 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("status");
        RefusalKind? kind = name?.ToLowerInvariant() switch
        {
            "error" or "bounced" or "bounce" => RefusalKind.Failed,
            "abusereport" or "complaint" => RefusalKind.Complaint,
            _ => null,
        };
        if (kind is null)
        {
            sink.PassOver(name);
            return;
        }

        sink.Add(sink.New(kind.Value) with
        {
            Software = "elasticemail",
            Recipient = o.Address("to"),
            Reply = sink.Reply(o.Text("message") ?? o.Text("error")),
            Explanation = sink.Explain(name, o.Text("category")),
            Time = o.Time("date"),
            QueueId = o.Text("messageid") ?? o.Text("transaction"),
            Original = o.Has("from") || o.Has("subject")
                ? new OriginalMessage { From = o.Address("from"), Subject = o.Text("subject"), HeadersOnly = true }
                : null,
        });
    }
}
