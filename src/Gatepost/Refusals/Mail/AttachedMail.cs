namespace Gatepost.Refusals.Mail;

/// <summary>Reports that somebody forwarded: a mail in a message part of another mail.</summary>
internal static class AttachedMail
{
    private const int MaxMails = 50;

    /// <summary>What the first attached mail that is a report says; null where none is one. Mails inside mails count, too.</summary>
    public static ReadOutcome? Read(MailView mail, ReadLimits limits, Func<MailView, ReadLimits, ReadOutcome?> read)
    {
        var count = 0;
        foreach (var part in mail.AllParts(intoMessages: true))
        {
            if (part.Parent?.Kind != MailPartKind.Message) continue;
            if (++count > MaxMails) return null;
            if (read(mail.Inside(part), limits) is { Format: not InputFormat.AutoReply } outcome) return outcome;
        }

        return null;
    }
}
