using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Mailchimp audience webhooks: a form with <c>type</c> and <c>data[…]</c>; <c>cleaned</c> is an address that bounced too often.</summary>
internal sealed class MailchimpEvents() : EventProvider(InputFormat.Mailchimp, "Mailchimp")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o) =>
        o.Has("type") && (o.Has("data[email]") || o.Has("data[list_id]") || (o.Has("fired_at") && o.HasObject("data"))) ? 93 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("type");
        if (name != "cleaned")
        {
            sink.PassOver(name);
            return;
        }

        var reason = o.Text("data[reason]") ?? o.Text("data", "reason");
        sink.Add(sink.New(reason == "abuse" ? RefusalKind.Complaint : RefusalKind.Failed) with
        {
            Software = "mailchimp",
            Recipient = o.Address("data[email]") ?? o.Address("data", "email"),
            Explanation = sink.Explain(name, reason),
            Time = o.Time("fired_at"),
            QueueId = o.Text("data[campaign_id]") ?? o.Text("data", "campaign_id"),
        });
    }
}
