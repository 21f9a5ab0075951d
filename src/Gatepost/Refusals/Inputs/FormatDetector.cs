using System.Text.Json;
using Gatepost.Refusals.Logs;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Tells from its beginning what an input is. The surest reader wins; equally sure ones, in the order they are given, and
/// documents before logs.
/// </summary>
/// <param name="readers">The readers of documents.</param>
/// <param name="logReaders">Makes the readers of a log's lines.</param>
/// <param name="forced">The format to take without asking; <see cref="InputFormat.Unknown"/>: detect.</param>
public sealed class FormatDetector(
    IReadOnlyList<IDocumentReader> readers, Func<IReadOnlyList<LogReader>> logReaders, InputFormat forced = InputFormat.Unknown)
{
    /// <summary>Bytes that are looked at for a log. 16 KiB.</summary>
    private const int LogBytes = 16 << 10;

    /// <summary>Detects the format of an input from its <see cref="OpenedInput.Head"/>.</summary>
    public Detection Detect(OpenedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var head = input.Head.Span;
        if (ForeignContent.Describe(head) is { } instead) return new Detection(InputShape.Nothing, null, instead);
        if (forced != InputFormat.Unknown) return Forced(head);
        if (MboxSeparator.StandsAtStart(head) && DocumentReaders.For(InputFormat.Mail) is { } mail) return new Detection(InputShape.Mbox, mail, null);
        var (best, score) = Surest(new Document(input.Source, input.Head) { IsCut = !input.IsWhole });
        if (score < 100 && DetectLog(head, score) is { } log && log.Score > score) return new Detection(InputShape.Log, null, null) { LogReaders = log.Readers };
        return best is null
            ? new Detection(InputShape.Nothing, null, "a text of a kind that is not known here")
            : new Detection(ShapeFor(best, head), best, null);
    }

    private LogDetection? DetectLog(ReadOnlySpan<byte> head, int above)
    {
        var detection = LogDetection.Detect(head[..Math.Min(head.Length, LogBytes)], logReaders(), above);
        return detection.Readers.Count > 0 && detection.Score > 0 ? detection : null;
    }

    private (IDocumentReader? Reader, int Score) Surest(in Document document)
    {
        IDocumentReader? best = null;
        var most = 0;
        foreach (var reader in readers)
        {
            var sure = reader.RecogniseAbove(document, most);
            if (sure > most) (best, most) = (reader, sure);
        }

        return (best, most);
    }

    private Detection Forced(ReadOnlySpan<byte> head)
    {
        if (DocumentReaders.For(forced) is { } reader)
        {
            var isMbox = reader == DocumentReaders.For(InputFormat.Mail) && MboxSeparator.StandsAtStart(head);
            return new Detection(isMbox ? InputShape.Mbox : ShapeFor(reader, head), reader, null);
        }

        return logReaders().FirstOrDefault(reader => reader.Format == forced) is { } log
            ? new Detection(InputShape.Log, null, null) { LogReaders = [log] }
            : new Detection(InputShape.Nothing, null, "a format that cannot be read here");
    }

    private static InputShape ShapeFor(IDocumentReader reader, ReadOnlySpan<byte> head) =>
        reader is Events.EventsReader && HoldsValueALine(head) ? InputShape.JsonLines : InputShape.Document;

    /// <summary>True where the first line is a JSON object on its own and another line follows.</summary>
    private static bool HoldsValueALine(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        if (end < 0 || head[(end + 1)..].Trim(" \t\r\n"u8).IsEmpty || head[0] != '{') return false;
        var json = new Utf8JsonReader(head[..end], isFinalBlock: true, state: default);
        try
        {
            return json.Read() && json.TrySkip() && !json.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
