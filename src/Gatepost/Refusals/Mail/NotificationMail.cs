using System.Text;
using Gatepost.Refusals.Events;

namespace Gatepost.Refusals.Mail;

/// <summary>A provider's event that came by mail: Amazon SNS sends its JSON as the text of a mail when an address subscribes.</summary>
internal static class NotificationMail
{
    private static readonly EventsReader s_events = new();

    /// <summary>What the event says; null where the mail holds none.</summary>
    public static ReadOutcome? Read(MailView mail, ReadLimits limits)
    {
        if (!mail.Headers.Has("x-amz-sns-message-id"u8)) return null;
        var text = mail.Text.Value;
        var start = text.IndexOf('{');
        var end = text.LastIndexOf('}');
        if (start < 0 || end < start) return null;
        // Long lines were wrapped on the way; JSON has no line end inside a string, so taking them out brings it back.
        var json = text[start..(end + 1)].Replace("\n ", "").Replace("\n", "");
        var document = new Document(mail.Source, Encoding.UTF8.GetBytes(json), mail.Text.SpanAt(start).Line);
        return s_events.Read(document, limits) is { Refusals.Count: > 0 } outcome ? outcome : null;
    }
}
