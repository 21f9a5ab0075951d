using Gatepost.Refusals.Mail.AutoReply;
using Gatepost.Refusals.Mail.Bounce;
using Gatepost.Refusals.Mail.Dsn;
using Gatepost.Refusals.Mail.Feedback;

namespace Gatepost.Refusals.Mail;

/// <summary>
/// Reads mails: delivery status notifications, bounces in the products' own forms, complaints, automatic replies; also
/// where one is attached to another mail. Says of other mails what they are.
/// </summary>
public sealed class MailReader : IDocumentReader
{
    /// <inheritdoc/>
    public int Recognise(in Document document) => MailRecognition.Of(document.Bytes.Span);

    /// <inheritdoc/>
    public ReadOutcome Read(in Document document, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var mail = new MailView(document, limits);
        return ReadOwn(mail, limits) ?? AttachedMail.Read(mail, limits, ReadOwn) ?? ReadRewritten(mail, limits)
            ?? new ReadOutcome(InputFormat.Mail, [], Describe(mail));
    }

    /// <summary>A mail that says it has parts and has none that are found gets a second look, through MimeKit.</summary>
    private static ReadOutcome? ReadRewritten(MailView mail, ReadLimits limits)
    {
        if (mail.Root.Kind != MailPartKind.Multipart || mail.Root.Parts.Count > 0) return null;
        if (MimeKitRewriter.Rewrite(mail.Bytes, limits) is not { } plain) return null;
        var outcome = ReadOwn(new MailView(new Document(mail.Source, plain, mail.FirstLine), limits), limits);
        var whole = new SourceSpan(mail.Source, mail.FirstLine);
        return outcome is null ? null : outcome with { Refusals = [.. outcome.Refusals.Select(r => r with { Source = whole })] };
    }

    /// <summary>What the mail itself reports, not what mails attached to it do; null where it is no report.</summary>
    private static ReadOutcome? ReadOwn(MailView mail, ReadLimits limits)
    {
        var dsn = DsnReader.Read(mail, limits);
        if (dsn is { Count: > 0 }) return new ReadOutcome(InputFormat.Dsn, DsnCompletion.Complete(dsn, mail, limits));
        if (ArfReader.Read(mail, limits) is { } complaints) return new ReadOutcome(InputFormat.Arf, complaints);
        if (NotificationMail.Read(mail, limits) is { } notified) return notified;
        if (BounceDialects.Read(mail, limits) is { } bounce) return new ReadOutcome(dsn is null ? InputFormat.Bounce : InputFormat.Dsn, bounce);
        return AutoReplyReader.Read(mail) is { } reply ? new ReadOutcome(InputFormat.AutoReply, [reply]) : null;
    }

    private static string Describe(MailView mail)
    {
        if (mail.Root.ContentType.ContainsIgnoreCase("disposition-notification"u8)) return "a read receipt (disposition notification)";
        foreach (var part in mail.AllParts())
            if (part.Kind == MailPartKind.DispositionNotification) return "a read receipt (disposition notification)";
        return mail.Headers.Has("List-Unsubscribe"u8) || mail.Headers.Has("List-Id"u8) ? "a newsletter" : "an ordinary mail";
    }
}
