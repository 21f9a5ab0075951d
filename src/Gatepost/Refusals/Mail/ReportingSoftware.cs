using System.Buffers;

namespace Gatepost.Refusals.Mail;

/// <summary>Which product wrote a report, by the marks that it leaves in header fields and text.</summary>
internal static class ReportingSoftware
{
    /// <summary>Words of the human-readable text, each the mark of one product.</summary>
    private static readonly (string Mark, string Name)[] s_words =
    [
        ("This is the mail system at host", "postfix"),
        ("This is the Postfix program at host", "postfix"),
        ("Generating server:", "exchange"),
        ("Transcript of session follows", "sendmail"),
        ("This message was created automatically by mail delivery software", "exim"),
        ("This is the qmail-send program", "qmail"),
        ("running the Courier mail server", "courier"),
        ("This is the DragonFly Mail Agent", "dma"),
        ("This is the James mail server", "james"),
        ("Hi. This is the James", "james"),
        ("This is the MAILER-DAEMON, please DO NOT REPLY", "opensmtpd"),
        ("This report relates to a message you sent with the following header fields", "messaging-server"),
        ("This is an email from the mail server on", "powermta"),
        ("this is the mail server on", "powermta"),
        ("Your message was not delivered because it was rejected by Barracuda", "barracuda"),
        ("This is the mail delivery agent at messagelabs.com", "messagelabs"),
        ("The response from the remote server was:", "gmail"),
        ("Technical details of permanent failure:", "gmail"),
        ("This message was created automatically by Zoho", "zoho"),
    ];

    private static readonly SearchValues<string> s_marks =
        SearchValues.Create([.. s_words.Select(static w => w.Mark)], StringComparison.Ordinal);

    /// <summary>The product in lower case; null where no mark tells.</summary>
    public static string? Of(MailView mail, string text, MailHeaders? report)
    {
        if (report is not null && OfReport(report) is { } fromReport) return fromReport;
        if (OfHeaders(mail.Headers) is { } fromHeaders) return fromHeaders;
        var at = text.AsSpan().IndexOfAny(s_marks);
        if (at < 0) return null;
        foreach (var (mark, name) in s_words)
            if (text.AsSpan(at).StartsWith(mark)) return name == "exchange" && IsOffice365(mail.Headers) ? "office365" : name;
        return null;
    }

    private static string? OfReport(MailHeaders report)
    {
        if (report.HasPrefix("X-Postfix-"u8)) return "postfix";
        if (report.HasPrefix("X-OpenSMTPD-"u8)) return "opensmtpd";
        if (report.HasPrefix("X-PowerMTA-"u8)) return "powermta";
        if (report.HasPrefix("X-Symantec-"u8)) return "symantec-messaging-gateway";
        if (report.HasPrefix("X-Yandex-"u8)) return "yandex";
        if (report.HasPrefix("X-Outbound-Mail-Relay-"u8)) return "postfix";
        return null;
    }

    private static string? OfHeaders(MailHeaders headers)
    {
        if (headers.Contains("From"u8, "@googlemail.com"u8) || headers.Contains("Message-ID"u8, "mx.google.com"u8)
            || headers.Has("X-Gm-Message-State"u8)) return "gmail";
        if (headers.Has("X-SES-Outgoing"u8) || headers.Has("X-AmazonSES"u8) || headers.Contains("Feedback-ID"u8, "AmazonSES"u8)
            || headers.Contains("From"u8, "amazonses.com"u8)) return "amazonses";
        if (headers.HasPrefix("X-MS-Exchange-"u8) || headers.Has("X-DSNContext"u8) || headers.Contains("X-MimeOLE"u8, "Exchange"u8))
            return IsOffice365(headers) ? "office365" : "exchange";
        if (headers.Contains("From"u8, "@ezweb.ne.jp"u8) || headers.Contains("From"u8, "@au.com"u8)) return "ezweb";
        if (headers.StartsWith("X-Mailer"u8, "<SMTP32"u8)) return "imail";
        if (headers.Has("X-MIMETrack"u8) || headers.Contains("X-Mailer"u8, "Lotus"u8)) return "domino";
        if (headers.Has("X-Failed-Recipients"u8) && headers.Contains("From"u8, "Mail Delivery System"u8)) return "exim";
        if (headers.StartsWith("Subject"u8, "Undelivered Mail Returned to Sender"u8) && headers.Contains("Received"u8, "(Postfix)"u8)) return "postfix";
        if (headers.Contains("From"u8, "Mail Delivery Subsystem"u8)
            && (headers.Contains("Received"u8, "internal id"u8) || headers.Contains("Received"u8, "from localhost (localhost)"u8))) return "sendmail";
        if (headers.Contains("Message-ID"u8, "@yahoo.com"u8) && headers.Contains("From"u8, "mailer-daemon@yahoo"u8)) return "yahoo";
        return null;
    }

    private static bool IsOffice365(MailHeaders headers) =>
        headers.Contains("Message-ID"u8, "outlook.com>"u8) || headers.Contains("Received"u8, "outlook.com"u8)
        || headers.HasPrefix("X-EOP"u8) || headers.HasPrefix("X-MS-Exchange-CrossTenant"u8);
}
