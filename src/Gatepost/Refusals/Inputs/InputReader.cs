using Gatepost.Refusals.Logs;

namespace Gatepost.Refusals.Inputs;

/// <summary>Reads one open input by its format: whole, or cut up into mails, groups of JSON lines or stretches of a log.</summary>
internal sealed class InputReader(ReadLimits limits, InputFormat forced, LogClock clock)
{
    private readonly FormatDetector _detector = new(DocumentReaders.All, () => LogReaders.All(clock, limits), forced);

    /// <summary>Tells the format.</summary>
    public Detection Detect(OpenedInput input) => _detector.Detect(input);

    /// <summary>True for an input that is too large to be read at once and is read in pieces by <see cref="ReadLarge"/>.</summary>
    public static bool IsCutUp(OpenedInput input, in Detection detection) =>
        !input.IsWhole && detection.Shape is InputShape.Mbox or InputShape.JsonLines or InputShape.Log;

    /// <summary>Reads an input on the caller's thread.</summary>
    public IReadOnlyList<T> ReadSmall<T>(OpenedInput input, in Detection detection, Func<ReadItem, T> work) => detection.Shape switch
    {
        InputShape.Nothing => [work(Nothing(input, detection))],
        InputShape.Log => LogItems.ReadSmall(input.OpenRead(), input.Source, detection.LogReaders, limits, work),
        InputShape.Mbox => [.. ReadLarge(input, detection, workers: 1, work)],
        _ => [work(ReadWhole(input, detection))],
    };

    /// <summary>Reads an input in pieces, with several threads, in order.</summary>
    public IEnumerable<T> ReadLarge<T>(OpenedInput input, in Detection detection, int workers, Func<ReadItem, T> work) => detection.Shape switch
    {
        InputShape.Log => LogItems.ReadLarge(input.OpenRead(), input.Source, detection.LogReaders, limits, workers, work),
        InputShape.Mbox => ReadDocuments(new MboxSplitter(input.OpenRead(), input.Source, limits).Split(), detection, workers, work),
        _ => ReadDocuments(new LineGroups(input.OpenRead(), input.Source, limits).Split(), detection, workers, work),
    };

    private IEnumerable<T> ReadDocuments<T>(IEnumerable<Document> documents, Detection detection, int workers, Func<ReadItem, T> work) =>
        OrderedParallel.Select(documents, document => work(Read(document, detection) with { IsPart = true }), workers, static d => d.Bytes.Length);

    private ReadItem ReadWhole(OpenedInput input, in Detection detection)
    {
        var document = input.ReadDocument(limits);
        var item = Read(document, detection);
        return input.Notes.Count == 0 ? item : item with { Notes = [.. item.Notes, .. input.Notes] };
    }

    private ReadItem Read(in Document document, in Detection detection) =>
        new(document.Source, detection.Reader!.Read(document, limits))
        {
            FirstLine = document.FirstLine,
            Notes = document.IsCut ? [$"Only the first {limits.DocumentBytes} bytes were read."] : [],
        };

    private static ReadItem Nothing(OpenedInput input, in Detection detection) =>
        new(input.Source, ReadOutcome.NotRecognised(detection.Instead!)) { Notes = input.Notes };
}
