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

    /// <summary>Reads any other text: reply lines, error dialogs, pasted notices.</summary>
    public static IDocumentReader Texts { get; } = new Refusals.Texts.TextReader();

    /// <summary>All, the surest kinds first.</summary>
    public static IReadOnlyList<IDocumentReader> All { get; } = [Events, Mail, Transcripts, Texts];

    /// <summary>The reader of <paramref name="format"/>; null for logs and for <see cref="InputFormat.Unknown"/>.</summary>
    public static IDocumentReader? For(InputFormat format) => format switch
    {
        >= InputFormat.SendGrid => Events,
        >= InputFormat.Dsn and <= InputFormat.Mail => Mail,
        InputFormat.Text => Texts,
        InputFormat.Transcript or InputFormat.ExchangeProtocol => Transcripts,
        _ => null,
    };
}
