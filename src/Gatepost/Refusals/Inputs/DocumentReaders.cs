using Gatepost.Refusals.Events;

namespace Gatepost.Refusals.Inputs;

/// <summary>The readers of documents, in the order that breaks ties, and which of them reads a format that is asked for by name.</summary>
public static class DocumentReaders
{
    /// <summary>Reads providers' events.</summary>
    public static IDocumentReader Events { get; } = new EventsReader();

    /// <summary>All, the surest kinds first.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [Events];

    /// <summary>The reader of <paramref name="format"/>; null for logs and for <see cref="InputFormat.Unknown"/>.</summary>
    public static IDocumentReader? For(InputFormat format) => format >= InputFormat.SendGrid ? Events : null;
}
