namespace Gatepost.Refusals.Transcripts;

/// <summary>The software that a greeting names.</summary>
internal static class ServerSoftware
{
    private static readonly (string Words, string Name)[] Known =
    [
        ("Postfix", "postfix"), ("Exim ", "exim"), ("Sendmail", "sendmail"), ("Microsoft ESMTP MAIL Service", "exchange"), ("OpenSMTPD", "opensmtpd"),
        ("Haraka", "haraka"), ("gsmtp", "gmail"), ("hMailServer", "hmailserver"), ("MailEnable", "mailenable"), ("Kerio", "kerio"), ("Stalwart", "stalwart"),
        ("Courier", "courier"), ("MDaemon", "mdaemon"), ("IceWarp", "icewarp"), ("SmarterMail", "smartermail"), ("Lotus Domino", "domino"), ("HCL Domino", "domino"),
        ("IBM Domino", "domino"), ("CommuniGate", "communigate"), ("PowerMTA", "powermta"), ("KumoMTA", "kumomta"), ("Zimbra", "zimbra"), ("Apache James", "james"),
        ("JAMES SMTP", "james"), ("qmail", "qmail"), ("IMail", "imail"), ("maddy", "maddy"), ("chasquid", "chasquid"), ("Mailtraq", "mailtraq"), ("SurgeMail", "surgemail"),
    ];

    /// <summary>Its name in lower case; null where the greeting names none that is known.</summary>
    public static string? Of(string? greeting)
    {
        if (greeting is null) return null;
        foreach (var (words, name) in Known)
            if (greeting.Contains(words, StringComparison.OrdinalIgnoreCase))
                return name == "exchange" && greeting.Contains("outlook.com", StringComparison.OrdinalIgnoreCase) ? "office365" : name;
        return null;
    }
}
