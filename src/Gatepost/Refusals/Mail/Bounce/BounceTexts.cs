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
            Mailer = headers.Text("X-Mailer"u8) ?? "",
            FailedRecipients = headers.Text("X-Failed-Recipients"u8) ?? "",
        };
    }
}
