using System.Text.Json;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>SparkPost (Bird) webhooks, wrapped in <c>msys</c>, and the bare events of its events API.</summary>
internal sealed class SparkPostEvents() : EventProvider(InputFormat.SparkPost, "SparkPost")
{
    /// <inheritdoc/>
    public override int Match(JsonElement o)
    {
        if (o.HasObject("msys")) return 97;
        return o.Has("type", "rcpt_to") && (o.Has("transmission_id") || o.Has("event_id") || o.Has("bounce_class")) ? 88 : 0;
    }

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        if (!o.HasObject("msys"))
        {
            ReadEvent(o, sink);
            return;
        }

        var isEmpty = true;
        foreach (var inner in o.At("msys").EnumerateObject())
        {
            isEmpty = false;
            ReadEvent(inner.Value, sink);
        }

        if (isEmpty) sink.PassOver("ping");
    }

    private static void ReadEvent(JsonElement e, EventSink sink)
    {
        var type = e.Text("type");
        var bounceClass = e.Text("bounce_class");
        switch (type)
        {
            case "bounce" or "out_of_band" when bounceClass is "80" or "90":
                sink.PassOver($"{type} {BounceClass(bounceClass)}");
                break;
            case "bounce" or "out_of_band":
                sink.Add(Common(e, sink.New(bounceClass is "60" or "100" ? RefusalKind.AutoReply : RefusalKind.Failed), sink));
                break;
            case "delay":
                sink.Add(Common(e, sink.New(RefusalKind.Delayed), sink));
                break;
            case "policy_rejection" or "generation_failure" or "generation_rejection":
                sink.Add(Common(e, sink.New(RefusalKind.Failed), sink) with { RefusedByReporter = true });
                break;
            case "spam_complaint":
                sink.Add(Common(e, sink.New(RefusalKind.Complaint), sink));
                break;
            default:
                sink.PassOver(type);
                break;
        }
    }

    private static Refusal Common(JsonElement e, Refusal refusal, EventSink sink) => refusal with
    {
        Software = "sparkpost",
        Recipient = e.Address("rcpt_to") ?? e.Address("raw_rcpt_to"),
        Sender = e.Address("msg_from"),
        Reply = sink.Reply(e.Text("raw_reason") ?? e.Text("reason"), e.Text("error_code")),
        Explanation = sink.Explain(e.Text("type"), BounceClass(e.Text("bounce_class")), e.Text("fbtype")),
        RemoteAddress = e.Text("type") is "bounce" or "delay" ? e.Text("ip_address") : null,
        ClientAddress = e.Text("type") is "policy_rejection" ? e.Text("remote_addr") : e.Text("sending_ip"),
        Time = e.Time("timestamp"),
        QueueId = e.Text("message_id") ?? e.Text("transmission_id") ?? e.Text("event_id"),
        Original = e.Has("friendly_from") || e.Has("subject")
            ? new OriginalMessage { From = e.Address("friendly_from"), Subject = e.Text("subject"), HeadersOnly = true }
            : null,
    };

    /// <summary>The names of the bounce classes, from SparkPost's documentation.</summary>
    private static string? BounceClass(string? number) => number switch
    {
        null => null,
        "1" => "undetermined",
        "10" => "invalid recipient",
        "20" => "soft bounce",
        "21" => "DNS failure",
        "22" => "mailbox full",
        "23" => "too large",
        "24" => "timeout",
        "25" => "admin failure",
        "26" => "smart send suppression",
        "30" => "generic bounce: no RCPT",
        "40" => "generic bounce",
        "50" => "mail block",
        "51" => "spam block",
        "52" => "spam content",
        "53" => "prohibited attachment",
        "54" => "relaying denied",
        "60" => "auto-reply",
        "70" => "transient failure",
        "80" => "subscribe",
        "90" => "unsubscribe",
        "100" => "challenge-response",
        _ => $"bounce class {number}",
    };
}
