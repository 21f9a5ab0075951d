namespace Gatepost.Refusals.Inputs;

/// <summary>Tells from its beginning what an input is. The surest reader wins; equally sure ones, in the order they are given.</summary>
public sealed class FormatDetector(IReadOnlyList<IDocumentReader> readers)
{
    /// <summary>How sure a reader must be at least.</summary>
    private const int Threshold = 1;

    /// <summary>Detects the format of an input from its <see cref="OpenedInput.Head"/>.</summary>
    public Detection Detect(OpenedInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var head = input.Head.Span;
        if (ForeignContent.Describe(head) is { } instead) return new Detection(InputShape.Nothing, null, instead);
        if (MboxSeparator.StandsAtStart(head)) return new Detection(InputShape.Mbox, null, null);
        var document = new Document(input.Source, input.Head) { IsCut = !input.IsWhole };
        IDocumentReader? best = null;
        var most = Threshold - 1;
        foreach (var reader in readers)
        {
            var sure = reader.Recognise(document);
            if (sure <= most) continue;
            (best, most) = (reader, sure);
        }

        return best is null
            ? new Detection(InputShape.Nothing, null, "a text of a kind that is not known here")
            : new Detection(InputShape.Document, best, null);
    }
}
