using System.Text;
using System.Text.Json;

namespace Gatepost.Refusals.Events;

/// <summary>
/// Finds the events in a JSON value: gives them to the provider that knows them best, and opens what wraps them (lists,
/// envelopes, bodies that are JSON in a string).
/// </summary>
internal sealed class EventWalk(EventSink sink, InputFormat forced = InputFormat.Unknown)
{
    private const int MaxDepth = 8;

    /// <summary>Fields that hold events: of providers' lists, of Amazon SNS, SQS, Lambda and EventBridge, of form posts.</summary>
    private static readonly string[] Wrappers =
        ["events", "events_by_user", "items", "results", "Bounces", "Records", "Sns", "Message", "mandrill_events", "detail", "body", "Body", "data", "payload", "value"];

    /// <summary>True where a provider knew an event.</summary>
    public bool HasMatched { get; private set; }

    /// <summary>How many objects no provider knew.</summary>
    public int Unknown { get; private set; }

    /// <summary>Reads all events in a value.</summary>
    public void Visit(JsonElement e) => Visit(e, 0);

    private void Visit(JsonElement e, int depth)
    {
        if (depth > MaxDepth || sink.IsFull) return;
        if (e.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in e.EnumerateArray()) Visit(item, depth + 1);
            return;
        }

        if (e.ValueKind != JsonValueKind.Object) return;
        if (EventProviders.Best(e, forced) is { } provider)
        {
            HasMatched = true;
            sink.Provider = provider;
            provider.Read(e, sink);
            return;
        }

        if (!Open(e, depth)) Unknown++;
    }

    private bool Open(JsonElement e, int depth)
    {
        foreach (var name in Wrappers)
        {
            var inner = e.At(name);
            if (inner.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            {
                var before = Unknown;
                Visit(inner, depth + 1);
                if (HasMatched || Unknown > before) return true;
            }
            else if (inner.ValueKind == JsonValueKind.String && OpenString(e.Text(name), depth))
            {
                return true;
            }
        }

        return false;
    }

    private bool OpenString(string? text, int depth)
    {
        if (text is null || text.AsSpan().TrimStart() is not ['{' or '[', ..]) return false;
        var values = new JsonValues(Encoding.UTF8.GetBytes(text));
        var opened = false;
        while (values.TryNext() is { } value)
        {
            using (value) Visit(value.RootElement, depth + 1);
            opened = true;
        }

        return opened;
    }
}
