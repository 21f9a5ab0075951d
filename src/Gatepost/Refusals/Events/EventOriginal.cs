using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>Reads the headers of the refused mail that an event repeats, under the names that providers give them.</summary>
internal static class EventOriginal
{
    /// <summary>The headers; null where none is there.</summary>
    public static OriginalMessage? From(JsonElement headers)
    {
        var original = new OriginalMessage
        {
            From = headers.Address("from") ?? headers.Address("From"),
            To = headers.Address("to") ?? headers.Address("To"),
            Subject = headers.Text("subject") ?? headers.Text("Subject"),
            MessageId = EventText.Id(headers.Text("message-id") ?? headers.Text("messageId") ?? headers.Text("message_id")),
            Date = headers.Text("date"),
            HeadersOnly = true,
        };
        return original is { From: null, To: null, Subject: null, MessageId: null } ? null : original;
    }
}
