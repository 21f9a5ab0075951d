namespace Gatepost.Refusals.Inputs;

/// <summary>Reads one open input by its format: whole, or cut up into mails, groups of JSON lines or stretches of a log.</summary>
internal sealed class InputReader(ReadLimits limits, InputFormat forced)
{
    private readonly FormatDetector _detector = new(DocumentReaders.All, forced);

    /// <summary>True for an input that <see cref="ReadLarge"/> reads in pieces.</summary>
    public bool IsCutUp(OpenedInput input) => _detector.Detect(input).Shape is InputShape.Mbox or InputShape.JsonLines or InputShape.Log;

    /// <summary>Reads an input whose items fit in memory.</summary>
    public IReadOnlyList<ReadItem> ReadSmall(OpenedInput input)
    {
        var detection = _detector.Detect(input);
        return detection.Shape switch
        {
            InputShape.Nothing => [Nothing(input, detection)],
            InputShape.Document or InputShape.JsonLines => [ReadWhole(input, detection)],
            _ => [.. ReadLarge(input, workers: 1, static item => item)],
        };
    }

    /// <summary>Reads an input in pieces, with several threads, in order.</summary>
    public IEnumerable<T> ReadLarge<T>(OpenedInput input, int workers, Func<ReadItem, T> work)
    {
        var detection = _detector.Detect(input);
        return detection.Shape switch
        {
            InputShape.Nothing => [work(Nothing(input, detection))],
            InputShape.Document => [work(ReadWhole(input, detection))],
            InputShape.Mbox => ReadDocuments(new MboxSplitter(input.OpenRead(), input.Source, limits).Split(), detection, workers, work),
            InputShape.JsonLines => ReadDocuments(new LineGroups(input.OpenRead(), input.Source, limits).Split(), detection, workers, work),
            _ => throw new InvalidOperationException(),
        };
    }

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
