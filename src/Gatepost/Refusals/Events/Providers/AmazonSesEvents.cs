using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Amazon SES notifications (<c>notificationType</c>) and events (<c>eventType</c>), and the SNS messages that carry no event.</summary>
internal sealed class AmazonSesEvents() : EventProvider(InputFormat.AmazonSes, "Amazon SES")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if ((o.Has("notificationType") || o.Has("eventType")) && (o.HasObject("mail") || o.HasObject("bounce") || o.HasObject("complaint"))) return 96;
        if (!o.Has("Type", "Message") || !(o.Has("TopicArn") || o.Has("MessageId"))) return 0;
        return EventText.IsOneOf(o.Text("Type"), "SubscriptionConfirmation", "UnsubscribeConfirmation") ? 90 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var name = o.Text("notificationType") ?? o.Text("eventType") ?? o.Text("Type");
        switch (name)
        {
            case "Bounce":
                ReadBounce(o, o.At("bounce"), sink);
                break;
            case "DeliveryDelay":
                ReadDelay(o, o.At("deliveryDelay"), sink);
                break;
            case "Complaint":
                ReadComplaint(o, o.At("complaint"), sink);
                break;
            case "Reject":
                ReadOwn(o, sink.Explain(name, o.Text("reject", "reason")), sink);
                break;
            case "Rendering Failure":
                ReadOwn(o, sink.Explain(name, o.Text("failure", "errorMessage")), sink);
                break;
            default:
                sink.PassOver(name);
                break;
        }
    }

    private static void ReadBounce(JsonElement o, JsonElement bounce, EventSink sink)
    {
        var type = bounce.Text("bounceType");
        var subType = bounce.Text("bounceSubType");
        foreach (var recipient in bounce.Items("bouncedRecipients"))
        {
            sink.Add(OfRecipient(o, bounce, recipient, sink.New(type == "Transient" ? RefusalKind.Delayed : RefusalKind.Failed), sink) with
            {
                Explanation = sink.Explain(type is null || subType is null ? type ?? subType : $"{type}: {subType}"),
                RefusedByReporter = EventText.IsOneOf(subType, "Suppressed", "OnAccountSuppressionList"),
            });
        }
    }

    private static void ReadDelay(JsonElement o, JsonElement delay, EventSink sink)
    {
        foreach (var recipient in delay.Items("delayedRecipients"))
            sink.Add(OfRecipient(o, delay, recipient, sink.New(RefusalKind.Delayed), sink) with { Explanation = sink.Explain("DeliveryDelay", delay.Text("delayType")) });
    }

    private static void ReadComplaint(JsonElement o, JsonElement complaint, EventSink sink)
    {
        foreach (var recipient in complaint.Items("complainedRecipients"))
        {
            sink.Add(Common(o, complaint, sink.New(RefusalKind.Complaint)) with
            {
                Recipient = recipient.Address("emailAddress"),
                Explanation = sink.Explain("Complaint", complaint.Text("complaintFeedbackType"), complaint.Text("complaintSubType")),
            });
        }
    }

    /// <summary>What SES refused itself, for all recipients.</summary>
    private static void ReadOwn(JsonElement o, string? explanation, EventSink sink)
    {
        foreach (var recipient in o.Items("mail", "destination"))
        {
            sink.Add(Common(o, default, sink.New(RefusalKind.Failed)) with
            {
                Recipient = recipient.Address(),
                Explanation = explanation,
                RefusedByReporter = true,
            });
        }
    }

    private static Refusal OfRecipient(JsonElement o, JsonElement part, JsonElement recipient, Refusal refusal, EventSink sink) =>
        Common(o, part, refusal) with
        {
            Recipient = recipient.Address("emailAddress"),
            Reply = sink.Reply(recipient.Text("diagnosticCode")),
            ReportedStatus = recipient.Status("status"),
        };

    private static Refusal Common(JsonElement o, JsonElement part, Refusal refusal) => refusal with
    {
        Software = "amazonses",
        Sender = o.Address("mail", "source"),
        RemoteAddress = part.Text("remoteMtaIp"),
        ReportingMta = EventText.MtaName(part.Text("reportingMTA")),
        Time = part.Time("timestamp") ?? o.Time("mail", "timestamp"),
        QueueId = o.Text("mail", "messageId"),
        Original = EventOriginal.From(o.At("mail", "commonHeaders")),
    };
}
