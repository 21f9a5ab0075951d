namespace Gatepost.Refusals.Events;

/// <summary>Reads the bodies that e-mail providers' webhooks post.</summary>
public sealed class EventsReader : IDocumentReader
{
    /// <inheritdoc/>
    public int Recognise(in Document document) => 0;

    /// <inheritdoc/>
    public ReadOutcome Read(in Document document, ReadLimits limits) => ReadOutcome.NotRecognised("JSON of a kind that is not known here");
}
