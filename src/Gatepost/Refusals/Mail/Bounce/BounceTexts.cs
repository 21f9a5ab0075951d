namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>Takes the text of a bounce out of a mail.</summary>
internal static class BounceTexts
{
    /// <summary>The mail's text and the headers that tell products apart.</summary>
    public static BounceText Of(MailView mail)
    {
        var headers = mail.Headers;
        return new BounceText(mail.Text.Value)
        {
            Subject = headers.Text("Subject"u8) ?? "",
            From = headers.Text("From"u8) ?? "",
            To = headers.Text("To"u8) ?? "",
            Mailer = headers.Text("X-Mailer"u8) ?? headers.Text("X-MLServer"u8) ?? "",
            FailedRecipients = headers.Text("X-Failed-Recipients"u8) ?? "",
            OriginalTo = Attached(mail),
        };
    }

    /// <summary>To of the message in a part of its own; empty where none came back in a part.</summary>
    private static string Attached(MailView mail)
    {
        foreach (var part in mail.AllParts())
        {
            if (part.Kind == MailPartKind.Message && part.Parts.Count > 0) return IsReport(part.Parts[0]) ? "" : part.Parts[0].Headers.Text("To"u8) ?? "";
        }

        return "";
    }

    /// <summary>A report that came back or was passed on: it was sent to the sender, so its To is no recipient that failed.</summary>
    private static bool IsReport(MailPart mail) =>
        mail.ContentType.StartsWithIgnoreCase("multipart/report"u8) || mail.Headers.Contains("From"u8, "mailer-daemon"u8);
}
