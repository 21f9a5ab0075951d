using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Reports;

/// <summary>The kebab-case names that JSON prints and options take. Closed: docs/schema/explain-1.json lists the same ones.</summary>
internal static class Names
{
    public static string Of(Owner value) => value switch
    {
        Owner.Sender => "sender",
        Owner.SendingAdmin => "sending-admin",
        Owner.RecipientAdmin => "recipient-admin",
        Owner.RecipientDns => "recipient-dns",
        Owner.Platform => "platform",
        Owner.Network => "network",
        Owner.Nobody => "nobody",
        _ => "undetermined",
    };

    public static string Of(Side value) => value switch
    {
        Side.Sender => "sender",
        Side.Recipient => "recipient",
        Side.Neither => "neither",
        _ => "undetermined",
    };

    public static string Of(Confidence value) => value switch
    {
        Confidence.High => "high",
        Confidence.Medium => "medium",
        _ => "low",
    };

    public static string Of(FixRisk value) => value switch
    {
        FixRisk.Low => "low",
        FixRisk.High => "high",
        _ => "none",
    };

    public static string Of(RefusalKind value) => value switch
    {
        RefusalKind.Delayed => "delayed",
        RefusalKind.Delivered => "delivered",
        RefusalKind.Complaint => "complaint",
        RefusalKind.AutoReply => "auto-reply",
        _ => "failed",
    };

    public static string Of(AuthState value) => value switch
    {
        AuthState.NotOffered => "not-offered",
        AuthState.OfferedNotUsed => "offered-not-used",
        AuthState.NotUsed => "not-used",
        AuthState.Failed => "failed",
        AuthState.Used => "used",
        _ => "unknown",
    };

    public static string Of(SmtpPhase value) => value switch
    {
        SmtpPhase.Connect => "connect",
        SmtpPhase.Ehlo => "ehlo",
        SmtpPhase.StartTls => "starttls",
        SmtpPhase.Auth => "auth",
        SmtpPhase.Mail => "mail",
        SmtpPhase.Rcpt => "rcpt",
        SmtpPhase.Data => "data",
        SmtpPhase.EndOfData => "end-of-data",
        SmtpPhase.Other => "other",
        _ => "unknown",
    };

    /// <summary>Sisimai's name.</summary>
    public static string Of(Reason value) => value switch
    {
        Reason.AuthFailure => "authfailure",
        Reason.BadReputation => "badreputation",
        Reason.Blocked => "blocked",
        Reason.ContentError => "contenterror",
        Reason.ExceedLimit => "exceedlimit",
        Reason.Expired => "expired",
        Reason.FailedStartTls => "failedstarttls",
        Reason.Filtered => "filtered",
        Reason.HasMoved => "hasmoved",
        Reason.HostUnknown => "hostunknown",
        Reason.MailboxFull => "mailboxfull",
        Reason.MailerError => "mailererror",
        Reason.MesgTooBig => "mesgtoobig",
        Reason.NetworkError => "networkerror",
        Reason.NoRelaying => "norelaying",
        Reason.NotAccept => "notaccept",
        Reason.NotCompliantRfc => "notcompliantrfc",
        Reason.OnHold => "onhold",
        Reason.PolicyViolation => "policyviolation",
        Reason.Rejected => "rejected",
        Reason.RequirePtr => "requireptr",
        Reason.SecurityError => "securityerror",
        Reason.SpamDetected => "spamdetected",
        Reason.Speeding => "speeding",
        Reason.Suppressed => "suppressed",
        Reason.Suspend => "suspend",
        Reason.SyntaxError => "syntaxerror",
        Reason.SystemError => "systemerror",
        Reason.SystemFull => "systemfull",
        Reason.TooManyConn => "toomanyconn",
        Reason.UserUnknown => "userunknown",
        Reason.VirusDetected => "virusdetected",
        Reason.Delivered => "delivered",
        Reason.Feedback => "feedback",
        Reason.Vacation => "vacation",
        _ => "undefined",
    };

    public static string Of(InputFormat value) => value switch
    {
        InputFormat.Text => "text",
        InputFormat.Dsn => "dsn",
        InputFormat.Bounce => "bounce",
        InputFormat.Arf => "arf",
        InputFormat.AutoReply => "auto-reply",
        InputFormat.Mail => "mail",
        InputFormat.Transcript => "transcript",
        InputFormat.ExchangeProtocol => "exchange-protocol",
        InputFormat.ExchangeTracking => "exchange-tracking",
        InputFormat.Postfix => "postfix",
        InputFormat.Exim => "exim",
        InputFormat.Sendmail => "sendmail",
        InputFormat.OpenSmtpd => "opensmtpd",
        InputFormat.Qmail => "qmail",
        InputFormat.Courier => "courier",
        InputFormat.Haraka => "haraka",
        InputFormat.PowerMta => "powermta",
        InputFormat.KumoMta => "kumomta",
        InputFormat.Kerio => "kerio",
        InputFormat.SendGrid => "sendgrid",
        InputFormat.Mailgun => "mailgun",
        InputFormat.AmazonSes => "amazon-ses",
        InputFormat.Postmark => "postmark",
        InputFormat.SparkPost => "sparkpost",
        InputFormat.Postal => "postal",
        InputFormat.Brevo => "brevo",
        InputFormat.Mandrill => "mandrill",
        InputFormat.Mailjet => "mailjet",
        InputFormat.Mailtrap => "mailtrap",
        InputFormat.MailerSend => "mailersend",
        InputFormat.Resend => "resend",
        InputFormat.UnisenderGo => "unisender-go",
        InputFormat.ElasticEmail => "elastic-email",
        InputFormat.Smtp2Go => "smtp2go",
        InputFormat.MailPace => "mailpace",
        InputFormat.Scaleway => "scaleway",
        InputFormat.AzureEmail => "azure-email",
        InputFormat.Mailchimp => "mailchimp",
        InputFormat.CustomerIo => "customer-io",
        InputFormat.ZeptoMail => "zeptomail",
        InputFormat.SocketLabs => "socketlabs",
        InputFormat.Event => "event",
        _ => "unknown",
    };

    /// <summary>The format of a name; null where there is none. <c>unknown</c> is no format.</summary>
    public static InputFormat? Format(string name)
    {
        foreach (var format in Enum.GetValues<InputFormat>())
            if (format != InputFormat.Unknown && Of(format) == name)
                return format;
        return null;
    }
}
