using Gatepost.Refusals.Events;
using Gatepost.Refusals.Mail;
using Gatepost.Refusals.Transcripts;

namespace Gatepost.Refusals.Inputs;

/// <summary>The readers of documents, in the order that breaks ties, and which of them reads a format that is asked for by name.</summary>
public static class DocumentReaders
{
    /// <summary>Reads providers' events.</summary>
    public static IDocumentReader Events { get; } = new EventsReader();

    /// <summary>Reads mails.</summary>
    public static IDocumentReader Mail { get; } = new MailReader();

    /// <summary>Reads SMTP transcripts and Exchange protocol logs.</summary>
    public static IDocumentReader Transcripts { get; } = new TranscriptReader();

    /// <summary>All, the surest kinds first.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [Events, Mail, Transcripts];

    /// <summary>The reader of <paramref name="format"/>; null for logs and for <see cref="InputFormat.Unknown"/>.</summary>
    public static IDocumentReader? For(InputFormat format) => format switch
    {
        >= InputFormat.SendGrid => Events,
        >= InputFormat.Dsn and <= InputFormat.Mail => Mail,
        InputFormat.Transcript or InputFormat.ExchangeProtocol => Transcripts,
        _ => null,
    };
}
