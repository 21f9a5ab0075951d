using System.Text.Json;

namespace Gatepost.Refusals.Inputs;

/// <summary>Tells from its beginning what an input is. The surest reader wins; equally sure ones, in the order they are given.</summary>
/// <param name="readers">The readers of documents.</param>
/// <param name="forced">The format to take without asking; <see cref="InputFormat.Unknown"/>: detect.</param>
public sealed class FormatDetector(IReadOnlyList<IDocumentReader> readers, InputFormat forced = InputFormat.Unknown)
{
    /// <summary>Detects the format of an input from its <see cref="OpenedInput.Head"/>.</summary>
    public Detection Detect(OpenedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var head = input.Head.Span;
        if (ForeignContent.Describe(head) is { } instead) return new Detection(InputShape.Nothing, null, instead);
        if (forced != InputFormat.Unknown) return Forced(head);
        if (MboxSeparator.StandsAtStart(head) && DocumentReaders.For(InputFormat.Mail) is { } mail) return new Detection(InputShape.Mbox, mail, null);
        var best = Surest(new Document(input.Source, input.Head) { IsCut = !input.IsWhole });
        return best is null
            ? new Detection(InputShape.Nothing, null, "a text of a kind that is not known here")
            : new Detection(ShapeFor(best, head), best, null);
    }

    private IDocumentReader? Surest(in Document document)
    {
        IDocumentReader? best = null;
        var most = 0;
        foreach (var reader in readers)
        {
            var sure = reader.Recognise(document);
            if (sure > most) (best, most) = (reader, sure);
        }

        return best;
    }

    private Detection Forced(ReadOnlySpan<byte> head)
    {
        if (DocumentReaders.For(forced) is not { } reader) return new Detection(InputShape.Log, null, null) { Log = forced };
        var isMbox = reader == DocumentReaders.For(InputFormat.Mail) && MboxSeparator.StandsAtStart(head);
        return new Detection(isMbox ? InputShape.Mbox : ShapeFor(reader, head), reader, null);
    }

    private static InputShape ShapeFor(IDocumentReader reader, ReadOnlySpan<byte> head) =>
        reader == DocumentReaders.Events && HoldsValueALine(head) ? InputShape.JsonLines : InputShape.Document;

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
