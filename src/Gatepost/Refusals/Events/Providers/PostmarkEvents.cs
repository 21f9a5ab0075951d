using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>Postmark webhooks (<c>RecordType</c>) and the records of its bounces API.</summary>
internal sealed class PostmarkEvents() : EventProvider(InputFormat.Postmark, "Postmark")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (o.Has("RecordType", "MessageID")) return 96;
        return o.Has("Type", "TypeCode") && (o.Has("Email") || o.Has("MessageID")) ? 92 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        var record = o.Text("RecordType") ?? "Bounce";
        switch (record)
        {
            case "Bounce" when KindOf(o.Text("Type")) is { } kind:
                sink.Add(Common(o, sink.New(kind)) with
                {
                    Reply = sink.Reply(o.Text("Details")),
                    Explanation = sink.Explain(o.Text("Type"), o.Text("Name"), o.Text("Description")),
                    Time = o.Time("BouncedAt"),
                });
                break;
            case "Bounce":
                sink.PassOver(o.Text("Type"));
                break;
            case "SpamComplaint":
                sink.Add(Common(o, sink.New(RefusalKind.Complaint)) with
                {
                    Explanation = sink.Explain(o.Text("Type"), o.Text("Name"), o.Text("Description")),
                    Time = o.Time("BouncedAt"),
                });
                break;
            case "SubscriptionChange" when o.Flag("SuppressSending") == true && EventText.IsOneOf(o.Text("SuppressionReason"), "HardBounce", "SpamComplaint"):
                sink.Add(Common(o, sink.New(o.Text("SuppressionReason") == "SpamComplaint" ? RefusalKind.Complaint : RefusalKind.Failed)) with
                {
                    Explanation = sink.Explain(record, o.Text("SuppressionReason")),
                    Time = o.Time("ChangedAt"),
                });
                break;
            default:
                sink.PassOver(record);
                break;
        }
    }

    /// <summary>The bounce types of Postmark's API; null for those that are no refusals.</summary>
    private static RefusalKind? KindOf(string? type) => type switch
    {
        "SoftBounce" or "Transient" or "DnsError" => RefusalKind.Delayed,
        "SpamComplaint" => RefusalKind.Complaint,
        "AutoResponder" or "ChallengeVerification" => RefusalKind.AutoReply,
        "Subscribe" or "Unsubscribe" or "OpenRelayTest" or "InboundError" => null,
        _ => RefusalKind.Failed,
    };

    private static Refusal Common(JsonElement o, Refusal refusal) => refusal with
    {
        Software = "postmark",
        Recipient = o.Address("Email") ?? o.Address("Recipient"),
        QueueId = o.Text("MessageID") ?? o.Text("ID"),
        RefusedByReporter = EventText.IsOneOf(o.Text("Type"), "ManuallyDeactivated", "SMTPApiError", "TemplateRenderingFailed", "Unconfirmed", "BadEmailAddress"),
        Original = o.Has("From") || o.Has("Subject") ? new OriginalMessage { From = o.Address("From"), Subject = o.Text("Subject"), HeadersOnly = true } : null,
    };
}
