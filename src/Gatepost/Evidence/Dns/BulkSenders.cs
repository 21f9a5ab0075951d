using Gatepost.Smtp;

namespace Gatepost.Evidence.Dns;

/// <summary>
/// Services that send for their customers and take no mail in for them: their names in an SPF record say nothing of where a
/// domain's mailboxes are. From the services' own set-up pages.
/// </summary>
public static class BulkSenders
{
    private static readonly HashSet<string> Domains = new(StringComparer.Ordinal)
    {
        "sendgrid.net", "amazonses.com", "mailgun.org", "mcsv.net", "mandrillapp.com", "sparkpostmail.com", "mailjet.com", "sendinblue.com", "brevo.com",
        "mtasv.net", "zendesk.com", "freshemail.io", "freshdesk.com", "hubspotemail.net", "hubspot.com", "salesforce.com", "exacttarget.com", "constantcontact.com",
        "createsend.com", "cmail1.com", "klaviyo.com", "klaviyomail.com", "mktomail.com", "sailthru.com", "intercom.io", "mailerlite.com", "mlsend.com", "smtp2go.com",
        "elasticemail.com", "mailersend.net", "socketlabs.com", "turbo-smtp.com", "sendpulse.com", "getresponse.com", "aweber.com", "activecampaign.com", "emsd1.com",
        "icontact.com", "dotdigital.com", "dotmailer.com", "emarsys.net", "responsys.net", "cheetahmail.com", "bronto.com", "customeriomail.com", "resend.com",
        "shopify.com", "shopifyemail.com", "stripe.com", "docusign.net", "atlassian.net", "helpscoutemail.com", "qualtrics.com", "surveymonkeyuser.com", "zohocampaigns.com",
        "rapidmail.de", "newsletter2go.com", "cleverreach.com", "inxserver.de", "episerver.net", "mailpoet.com", "pardot.com", "outbrain.com", "pepipost.com", "netcorecloud.net",
    };

    /// <summary>True where a name in an SPF record is a sending service's.</summary>
    public static bool IsOne(string name) => DomainName.Parse(name) is { } domain && Domains.Contains(domain.OrganisationalDomain.Ascii);
}
