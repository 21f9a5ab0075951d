namespace Gatepost.Refusals;

/// <summary>What kind of input a refusal was read from. The kebab-case name is what <c>--as</c> takes and JSON prints.</summary>
public enum InputFormat
{
    /// <summary>Not recognised.</summary>
    Unknown,
    /// <summary>One reply line, or free text that holds one.</summary>
    Text,
    /// <summary>A delivery status notification (RFC 3464, RFC 6533).</summary>
    Dsn,
    /// <summary>A bounce mail that is not in DSN form.</summary>
    Bounce,
    /// <summary>A complaint (ARF, RFC 5965).</summary>
    Arf,
    /// <summary>An automatic reply (RFC 3834).</summary>
    AutoReply,
    /// <summary>A mail that is none of the above.</summary>
    Mail,
    /// <summary>An SMTP transcript: swaks, telnet, openssl s_client, curl -v, MailKit, a &gt;&gt;&gt;/&lt;&lt;&lt; dialog.</summary>
    Transcript,
    /// <summary>Exchange SMTP protocol log.</summary>
    ExchangeProtocol,
    /// <summary>Exchange message tracking log.</summary>
    ExchangeTracking,
    /// <summary>Postfix log.</summary>
    Postfix,
    /// <summary>Exim main or reject log.</summary>
    Exim,
    /// <summary>Sendmail log.</summary>
    Sendmail,
    /// <summary>OpenSMTPD log.</summary>
    OpenSmtpd,
    /// <summary>qmail log (multilog, syslog).</summary>
    Qmail,
    /// <summary>Courier log.</summary>
    Courier,
    /// <summary>Haraka log.</summary>
    Haraka,
    /// <summary>PowerMTA accounting CSV.</summary>
    PowerMta,
    /// <summary>KumoMTA log records (JSON lines).</summary>
    KumoMta,
    /// <summary>Kerio Connect log.</summary>
    Kerio,
    /// <summary>SendGrid event webhook.</summary>
    SendGrid,
    /// <summary>Mailgun event.</summary>
    Mailgun,
    /// <summary>Amazon SES event or notification, bare or in an SNS envelope.</summary>
    AmazonSes,
    /// <summary>Postmark webhook.</summary>
    Postmark,
    /// <summary>SparkPost event.</summary>
    SparkPost,
    /// <summary>Postal webhook.</summary>
    Postal,
    /// <summary>Brevo (Sendinblue) webhook.</summary>
    Brevo,
    /// <summary>Mandrill (Mailchimp Transactional) event.</summary>
    Mandrill,
    /// <summary>Mailjet event.</summary>
    Mailjet,
    /// <summary>Mailtrap event.</summary>
    Mailtrap,
    /// <summary>MailerSend event.</summary>
    MailerSend,
    /// <summary>Resend event.</summary>
    Resend,
    /// <summary>Unisender Go event.</summary>
    UnisenderGo,
    /// <summary>Elastic Email notification.</summary>
    ElasticEmail,
    /// <summary>SMTP2GO webhook.</summary>
    Smtp2Go,
    /// <summary>MailPace webhook.</summary>
    MailPace,
    /// <summary>Scaleway Transactional Email event.</summary>
    Scaleway,
    /// <summary>Azure Communication Services e-mail delivery report (Event Grid).</summary>
    AzureEmail,
    /// <summary>Mailchimp audience webhook.</summary>
    Mailchimp,
    /// <summary>Customer.io reporting webhook.</summary>
    CustomerIo,
    /// <summary>ZeptoMail webhook.</summary>
    ZeptoMail,
    /// <summary>SocketLabs notification.</summary>
    SocketLabs,
    /// <summary>An event in JSON that names a recipient and quotes a reply, of no provider known here.</summary>
    Event,
}
