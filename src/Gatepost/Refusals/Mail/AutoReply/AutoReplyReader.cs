namespace Gatepost.Refusals.Mail.AutoReply;

/// <summary>Reads automatic replies: by RFC 3834, by the older header fields, or by the subject that their programs write.</summary>
internal static class AutoReplyReader
{
    private const int WordsLength = 500;

    /// <summary>The one refusal of kind <see cref="RefusalKind.AutoReply"/>; null where the mail is no automatic reply.</summary>
    public static Refusal? Read(MailView mail)
    {
        if (!IsAutoReply(mail.Headers)) return null;
        var words = FoldedText.Fold(mail.Text.Value, WordsLength);
        return new Refusal
        {
            Format = InputFormat.AutoReply,
            Source = mail.SpanAt(mail.Headers.Start),
            Kind = RefusalKind.AutoReply,
            Recipient = HeaderAddress.First(mail.Headers.Raw("From"u8)),
            Sender = HeaderAddress.First(mail.Headers.Raw("To"u8)),
            Explanation = words.Length > 0 ? words : mail.Headers.Text("Subject"u8),
            Time = MailTime.Of(mail.Headers, "Date"u8),
            Notes = MailNotes.Of(mail),
        };
    }

    private static bool IsAutoReply(MailHeaders headers)
    {
        if (IsFromMailSystem(headers)) return false;
        if (headers.StartsWith("Auto-Submitted"u8, "auto-replied"u8)) return true;
        if (headers.Has("X-Autoreply"u8) || headers.Has("X-Auto-Reply"u8) || headers.Has("X-Autorespond"u8) || headers.Has("X-Autoresponder"u8)
            || headers.Has("X-AutoReply-From"u8) || headers.Has("X-Mail-Autoreply"u8)) return true;
        if (headers.Contains("X-Apple-Action"u8, "VACATION"u8) || headers.StartsWith("Precedence"u8, "auto_reply"u8)
            || headers.StartsWith("Precedence"u8, "auto-reply"u8) || headers.StartsWith("X-Precedence"u8, "auto"u8)) return true;
        if (headers.StartsWith("Auto-Submitted"u8, "no"u8)) return false;
        return headers.Text("Subject"u8) is { } subject && AutoReplySubjects.IsOne(subject);
    }

    /// <summary>A bounce may carry <c>Auto-Submitted: auto-replied</c>, too; its writer is the mail system.</summary>
    private static bool IsFromMailSystem(MailHeaders headers)
    {
        var from = headers.Raw("From"u8);
        if (from.ContainsIgnoreCase("mailer-daemon"u8) || from.ContainsIgnoreCase("mail delivery"u8)) return true;
        var subject = headers.Raw("Subject"u8);
        return subject.ContainsIgnoreCase("undeliver"u8) || subject.ContainsIgnoreCase("delivery status notification"u8)
            || subject.ContainsIgnoreCase("returned mail"u8) || subject.ContainsIgnoreCase("failure notice"u8)
            || subject.ContainsIgnoreCase("delivery fail"u8) || subject.ContainsIgnoreCase("returned to sender"u8);
    }
}
