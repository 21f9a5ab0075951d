using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Azure Communication Services e-mail events, in the Event Grid (<c>eventType</c>) or CloudEvents (<c>type</c>) schema.</summary>
internal sealed class AzureEmailEvents() : EventProvider(InputFormat.AzureEmail, "Azure Communication Services")
{
    private const string Prefix = "Microsoft.Communication.Email";

    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.HasObject("data") && (o.Text("eventType") ?? o.Text("type"))?.StartsWith(Prefix, StringComparison.Ordinal) == true ? 97 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var data = o.At("data");
        var status = data.Text("status");
        if (data.Text("recipient") is null || status is null or "Delivered" or "Expanded")
        {
            sink.PassOver(status ?? o.Text("eventType") ?? o.Text("type"));
            return;
        }

        sink.Add(sink.New(RefusalKind.Failed) with
        {
            Software = "azure",
            Recipient = data.Address("recipient"),
            Sender = data.Address("sender"),
            Reply = sink.Reply(data.Text("deliveryStatusDetails", "statusMessage")),
            Explanation = sink.Explain(status),
            RemoteMta = data.Text("deliveryStatusDetails", "recipientMailServerHostName"),
            RefusedByReporter = EventText.IsOneOf(status, "Suppressed", "Quarantined", "FilteredSpam"),
            Time = data.Time("deliveryAttemptTimeStamp") ?? data.Time("deliveryAttemptTimestamp") ?? o.Time("eventTime") ?? o.Time("time"),
            QueueId = data.Text("messageId") ?? o.Text("id"),
        });
    }
}
