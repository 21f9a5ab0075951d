namespace Gatepost.Refusals.Events;

/// <summary>
/// Reads the bodies that e-mail providers' webhooks post: JSON (one event, lists, one a line, pretty-printed, inside the
/// envelopes of message queues) and forms. Which provider's they are is told by their shape.
/// </summary>
public sealed class EventsReader : IDocumentReader
{
    private const int Certain = 95;
    private const int SomeJson = 5;

    /// <inheritdoc/>
    public int Recognise(in Document document)
    {
        var bytes = document.Bytes.Span.TrimStart(" \t\r\n\0\x1e"u8);
        var isJson = !bytes.IsEmpty && bytes[0] is (byte)'{' or (byte)'[';
        if (!isJson && !EventForm.Is(bytes)) return 0;
        var sink = new EventSink(new ReadLimits { RefusalsPerDocument = 1 });
        var walk = new EventWalk(sink);
        if (!isJson)
        {
            using var form = EventForm.Read(bytes);
            walk.Visit(form.RootElement);
            return walk.HasMatched ? Certain : 0;
        }

        var values = new JsonValues(bytes);
        var count = 0;
        while (!walk.HasMatched && count < 16 && values.TryNext() is { } value)
        {
            using (value) walk.Visit(value.RootElement);
            count++;
        }

        return walk.HasMatched ? Certain : count > 0 && values.Broken == 0 ? SomeJson : 0;
    }

    /// <inheritdoc/>
    public ReadOutcome Read(in Document document, ReadLimits limits) => Read(document, limits, InputFormat.Unknown);

    /// <summary>Reads all events as those of one provider.</summary>
    public static ReadOutcome Read(in Document document, ReadLimits limits, InputFormat forced)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var sink = new EventSink(limits);
        var walk = new EventWalk(sink, forced);
        var bytes = document.Bytes.Span;
        if (EventForm.Is(bytes))
        {
            sink.Span = new SourceSpan(document.Source, document.FirstLine);
            using var form = EventForm.Read(bytes);
            walk.Visit(form.RootElement);
        }
        else
        {
            ReadJson(document, sink, walk);
        }

        return Outcome(sink, walk);
    }

    private static void ReadJson(in Document document, EventSink sink, EventWalk walk)
    {
        var bytes = document.Bytes.Span;
        var values = new JsonValues(bytes);
        var line = document.FirstLine;
        var lineStart = 0;
        var counted = 0;
        while (!sink.IsFull && values.TryNext() is { } value)
        {
            var passed = bytes[counted..values.Start];
            line += passed.Count((byte)'\n');
            if (passed.LastIndexOf((byte)'\n') is >= 0 and var last) lineStart = counted + last + 1;
            counted = values.Start;
            sink.Span = new SourceSpan(document.Source, line, values.Start - lineStart + 1, values.Length);
            sink.Notes = values.IsCutOff ? ["The event is cut off; what follows is missing."] : [];
            using (value) walk.Visit(value.RootElement);
        }
    }

    private static ReadOutcome Outcome(EventSink sink, EventWalk walk)
    {
        if (sink.Refusals.Count > 0) return new ReadOutcome(sink.Refusals[0].Format, sink.Refusals);
        if (!walk.HasMatched) return ReadOutcome.NotRecognised("JSON of a kind that is not known here");
        var names = string.Join(", ", sink.PassedOver);
        return new ReadOutcome(sink.Provider!.Format, [], $"{Article(sink.Provider.Name)} {sink.Provider.Name} event that reports no refusal ({names})");
    }

    private static string Article(string name) => name[0] is 'A' or 'E' or 'I' or 'O' or 'U' ? "an" : "a";
}
