using System.Text.Json;
using Gatepost.Smtp;

namespace Gatepost.Refusals.Events.Providers;

/// <summary>
/// Events of providers that are not known here: an object that names one recipient and quotes text with a reply of SMTP in it,
/// under names that many use. Anything less is not taken for a refusal.
/// </summary>
internal sealed class OtherEvents() : EventProvider(InputFormat.Event, "provider's")
{
    private static readonly string[] Recipients =
        ["recipient", "email", "rcpt_to", "rcpt", "email_address", "emailAddress", "to", "address", "Recipient", "Email", "To"];

    private static readonly string[] Replies =
    [
        "diagnosticCode", "diagnostic_code", "diagnostic", "smtp_response", "smtpResponse", "response", "smtp_reply", "reason", "raw_reason",
        "bounce_reason", "bounceReason", "error", "error_message", "errorMessage", "message", "description", "details", "diag", "output", "Reason", "Response", "Message",
    ];

    /// <inheritdoc/>
    public override int Match(JsonElement o) => RecipientOf(o) is not null && ReplyOf(o) is not null ? 60 : 0;

    /// <inheritdoc/>
    public override void Read(JsonElement o, EventSink sink)
    {
        if (ReplyOf(o) is not { } text) return;
        var reply = sink.Reply(text);
        sink.Add(sink.New(reply.IsPermanent == false ? RefusalKind.Delayed : RefusalKind.Failed) with
        {
            Recipient = RecipientOf(o),
            Sender = o.Address("sender") ?? o.Address("mail_from"),
            Reply = reply,
            Explanation = sink.Explain(o.Text("event") ?? o.Text("type") ?? o.Text("status")),
            Time = o.Time("timestamp") ?? o.Time("time") ?? o.Time("created_at") ?? o.Time("created") ?? o.Time("date"),
            QueueId = EventText.Id(o.Text("message_id") ?? o.Text("messageId") ?? o.Text("message-id")) ?? o.Text("id"),
        });
    }

    private static string? RecipientOf(JsonElement o)
    {
        foreach (var name in Recipients)
            if (o.Address(name) is { Length: < 320 } address && address.Contains('@')) return address;
        return null;
    }

    private static string? ReplyOf(JsonElement o)
    {
        foreach (var name in Replies)
        {
            if (o.At(name).ValueKind != JsonValueKind.String || o.Text(name) is not { } text) continue;
            var reply = Reply.Parse(EventText.Cut(text, 500));
            if (reply.Code is >= 400 || reply is { Code: null, Enhanced.Class: 4 or 5 }) return text;
        }

        return null;
    }
}
