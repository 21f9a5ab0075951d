namespace Gatepost.Diagnoses;

/// <summary>
/// Host names that providers publish: the ones their customers submit mail to, and the ones that customers' MX records
/// name. From the providers' own set-up pages.
/// </summary>
internal static class MailProviders
{
    private static readonly (string Suffix, string Provider)[] SubmissionNames =
    [
        ("smtp.gmail.com", "Gmail's submission server"),
        ("smtp-relay.gmail.com", "Google Workspace's SMTP relay service"),
        ("smtp.googlemail.com", "Gmail's submission server"),
        ("smtp.office365.com", "Microsoft 365's submission server"),
        ("smtp-mail.outlook.com", "Outlook.com's submission server"),
        ("smtp.live.com", "Outlook.com's submission server"),
        ("smtp.mail.yahoo.com", "Yahoo's submission server"),
        ("smtp.bizmail.yahoo.com", "Yahoo's submission server"),
        ("smtp.aol.com", "AOL's submission server"),
        ("smtp.mail.me.com", "iCloud's submission server"),
        ("smtp.zoho.com", "Zoho's submission server"),
        ("smtp.zoho.eu", "Zoho's submission server"),
        ("smtppro.zoho.com", "Zoho's submission server"),
        ("smtp.fastmail.com", "Fastmail's submission server"),
        ("smtp.yandex.com", "Yandex's submission server"),
        ("smtp.yandex.ru", "Yandex's submission server"),
        ("smtp.mail.ru", "Mail.ru's submission server"),
        ("mail.gmx.net", "GMX's submission server"),
        ("mail.gmx.com", "GMX's submission server"),
        ("smtp.web.de", "WEB.DE's submission server"),
        ("smtp.ionos.com", "IONOS's submission server"),
        ("smtp.ionos.de", "IONOS's submission server"),
        ("smtp.1und1.de", "IONOS's submission server"),
        ("securesmtp.t-online.de", "T-Online's submission server"),
        ("smtp.strato.de", "Strato's submission server"),
        ("ssl0.ovh.net", "OVH's submission server"),
        ("mail.infomaniak.com", "Infomaniak's submission server"),
        ("smtpout.secureserver.net", "GoDaddy's submission server"),
        ("secure.emailsrvr.com", "Rackspace's submission server"),
        ("smtp.sendgrid.net", "SendGrid's submission server"),
        ("smtp.mailgun.org", "Mailgun's submission server"),
        ("smtp.eu.mailgun.org", "Mailgun's submission server"),
        ("smtp.postmarkapp.com", "Postmark's submission server"),
        ("smtp.sparkpostmail.com", "SparkPost's submission server"),
        ("smtp.eu.sparkpostmail.com", "SparkPost's submission server"),
        ("smtp-relay.brevo.com", "Brevo's submission server"),
        ("smtp-relay.sendinblue.com", "Brevo's submission server"),
        ("in-v3.mailjet.com", "Mailjet's submission server"),
        ("smtp.mandrillapp.com", "Mandrill's submission server"),
        ("mail.smtp2go.com", "SMTP2GO's submission server"),
        ("smtp.elasticemail.com", "Elastic Email's submission server"),
        ("smtp.mailersend.net", "MailerSend's submission server"),
        ("smtp.resend.com", "Resend's submission server"),
        ("live.smtp.mailtrap.io", "Mailtrap's submission server"),
        ("smtp.comcast.net", "Comcast's submission server"),
        ("smtp.mail.att.net", "AT&T's submission server"),
        ("smtp.verizon.net", "Verizon's submission server"),
    ];

    private static readonly (string Suffix, string What)[] InboundNames =
    [
        (".mail.protection.outlook.com", "a server that takes mail in for Microsoft 365 customers"),
        (".mx.microsoft", "a server that takes mail in for Microsoft 365 customers"),
        (".olc.protection.outlook.com", "the server that takes mail in for Outlook.com"),
        ("aspmx.l.google.com", "a server that takes mail in for Google Workspace customers"),
        (".aspmx.l.google.com", "a server that takes mail in for Google Workspace customers"),
        ("smtp.google.com", "a server that takes mail in for Google Workspace customers"),
        ("gmail-smtp-in.l.google.com", "the server that takes mail in for Gmail"),
        (".gmail-smtp-in.l.google.com", "the server that takes mail in for Gmail"),
        (".googlemail.com", "a server that takes mail in for Google Workspace customers"),
        (".pphosted.com", "a server that takes mail in for Proofpoint customers"),
        (".ppe-hosted.com", "a server that takes mail in for Proofpoint Essentials customers"),
        (".mimecast.com", "a Mimecast server"),
        (".messagelabs.com", "a server that takes mail in for Symantec Email Security customers"),
        (".iphmx.com", "a server that takes mail in for Cisco Secure Email customers"),
        (".mx.cloudflare.net", "a server that takes mail in for Cloudflare Email Routing"),
        (".yahoodns.net", "a server that takes mail in for Yahoo"),
        (".mail.icloud.com", "a server that takes mail in for iCloud"),
        (".barracudanetworks.com", "a server that takes mail in for Barracuda customers"),
        (".messagingengine.com", "a server that takes mail in for Fastmail customers"),
        ("mail.protonmail.ch", "a server that takes mail in for Proton customers"),
        ("mailsec.protonmail.ch", "a server that takes mail in for Proton customers"),
        ("mx.zoho.com", "a server that takes mail in for Zoho customers"),
        ("mx2.zoho.com", "a server that takes mail in for Zoho customers"),
        ("mx.yandex.net", "a server that takes mail in for Yandex customers"),
        ("mx.yandex.ru", "a server that takes mail in for Yandex"),
        ("mxs.mail.ru", "a server that takes mail in for Mail.ru"),
        ("smtp.secureserver.net", "a server that takes mail in for GoDaddy customers"),
        ("mailstore1.secureserver.net", "a server that takes mail in for GoDaddy customers"),
        ("mx1.emailsrvr.com", "a server that takes mail in for Rackspace customers"),
        ("mx2.emailsrvr.com", "a server that takes mail in for Rackspace customers"),
        ("mxa.mailgun.org", "a server that takes mail in for Mailgun customers"),
        ("mxb.mailgun.org", "a server that takes mail in for Mailgun customers"),
        ("mx.sendgrid.net", "a server that takes mail in for SendGrid customers"),
    ];

    /// <summary>What service a host is, where it is one that customers submit mail to; null otherwise.</summary>
    public static string? Submission(string host)
    {
        foreach (var (name, provider) in SubmissionNames)
            if (string.Equals(host, name, StringComparison.OrdinalIgnoreCase)) return provider;
        return host.StartsWith("email-smtp", StringComparison.OrdinalIgnoreCase)
            && host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase) ? "Amazon SES's submission server" : null;
    }

    /// <summary>
    /// What a host is, where it is one that customers' MX records name; null otherwise. <c>NamesTheDomain</c> is true where the
    /// host's own name spells the recipient's domain (<c>example-org.mail.protection.outlook.com</c>).
    /// </summary>
    public static (string What, bool NamesTheDomain)? Inbound(string host, string? recipientDomain)
    {
        if (host.StartsWith("inbound-smtp.", StringComparison.OrdinalIgnoreCase) && host.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase))
            return ("a server that takes mail in for Amazon SES customers", false);
        foreach (var (suffix, what) in InboundNames)
        {
            if (suffix[0] == '.' ? !host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) : !string.Equals(host, suffix, StringComparison.OrdinalIgnoreCase))
                continue;
            var names = recipientDomain is not null
                && host.StartsWith(recipientDomain.Replace('.', '-') + ".", StringComparison.OrdinalIgnoreCase);
            return (names ? $"{what}, and its name spells {recipientDomain}" : what, names);
        }

        return null;
    }
}
