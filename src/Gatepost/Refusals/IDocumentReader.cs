namespace Gatepost.Refusals;

/// <summary>Reads refusals out of one kind of document. Stateless, thread-safe, never throws on input.</summary>
public interface IDocumentReader
{
    /// <summary>How sure the reader is that the document is of its kind, from its first few kilobytes: 0 (no) to 100 (certain).</summary>
    int Recognise(in Document document);

    /// <summary>As <see cref="Recognise"/>, but may answer 0 at once where the reader cannot be surer than <paramref name="score"/>.</summary>
    int RecogniseAbove(in Document document, int score) => Recognise(document);

    /// <summary>Reads the document. Called also when another format was detected but <c>--as</c> asks for this one.</summary>
    ReadOutcome Read(in Document document, ReadLimits limits);
}
