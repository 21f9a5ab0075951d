using Gatepost.Refusals.Mail.Bounce;
using Gatepost.Refusals.Mail.Dsn;

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
        return Read(mail, limits);
    }

    private static ReadOutcome Read(MailView mail, ReadLimits limits)
    {
        var dsn = DsnReader.Read(mail, limits);
        if (dsn is { Count: > 0 }) return new ReadOutcome(InputFormat.Dsn, DsnCompletion.Complete(dsn, mail, limits));
        if (BounceDialects.Read(mail, limits) is { } bounce) return new ReadOutcome(InputFormat.Bounce, bounce);
        return new ReadOutcome(InputFormat.Mail, [], "an ordinary mail");
    }
}
