namespace Gatepost.Refusals.Texts;

/// <summary>
/// Reads refusals out of pasted text: one reply line, many, or prose with replies in it (a ticket, an error dialog, a notice of a mail
/// program, quoted or wrapped or with markup). The reader for what no other reader knows.
/// </summary>
public sealed class TextReader : IDocumentReader
{
    private const int HeadBytes = 16 * 1024;
    private const int MostSure = 40;

    /// <inheritdoc/>
    public int Recognise(in Document document)
    {
        var bytes = document.Bytes.Span;
        if (bytes.IsEmpty || TextKind.IsBinary(bytes[..Math.Min(bytes.Length, HeadBytes)])) return 0;
        var head = PastedText.Clean(DocumentText.DecodeHead(bytes, HeadBytes));
        var scan = TextScan.Run(head, document.Source, 1, ReadLimits.Default with { RefusalsPerDocument = 4 });
        return scan.Count == 0 ? 1 : scan[0].Source.Line == 1 ? MostSure : 15;
    }

    /// <inheritdoc/>
    public int RecogniseAbove(in Document document, int score) => score >= MostSure ? 0 : Recognise(document);

    /// <inheritdoc/>
    public ReadOutcome Read(in Document document, ReadLimits limits)
    {
        var bytes = document.Bytes.Span;
        if (TextKind.IsBinary(bytes)) return ReadOutcome.NotRecognised(TextKind.Describe(bytes, default));
        var text = DocumentText.Decode(bytes);
        var refusals = TextScan.Run(PastedText.Clean(text), document.Source, document.FirstLine, limits);
        return refusals.Count > 0
            ? new ReadOutcome(InputFormat.Text, refusals)
            : ReadOutcome.NotRecognised(TextKind.Describe(bytes, text));
    }
}
