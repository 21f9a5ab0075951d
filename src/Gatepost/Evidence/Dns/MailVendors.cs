namespace Gatepost.Evidence.Dns;

/// <summary>
/// Providers of mailboxes, and gateways and forwarders that stand before others' mailboxes, by the names that their set-up pages
/// tell customers to put into MX and SPF records. Services that only send are not here: every domain may have them beside its
/// mailboxes.
/// </summary>
public static class MailVendors
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<MailVendorNames> All { get; } =
    [
        Mailboxes("Microsoft 365",
            [".mail.protection.outlook.com", ".mx.microsoft", ".mail.eo.outlook.com", ".mail.protection.office365.us", ".mail.protection.partner.outlook.cn"],
            ["spf.protection.outlook.com", "spf.protection.office365.us", "spf.protection.partner.outlook.cn"]),
        Mailboxes("Google Workspace",
            ["aspmx.l.google.com", ".aspmx.l.google.com", "smtp.google.com", ".googlemail.com"],
            ["_spf.google.com", "aspmx.googlemail.com"]),
        Mailboxes("Zoho",
            [".zoho.com", ".zoho.eu", ".zoho.in", ".zoho.com.au", ".zoho.jp", ".zoho.com.cn", ".zohocloud.ca", ".zoho.sa"],
            ["zoho.com", "zoho.eu", "zoho.in", "zoho.com.au", "zoho.jp", "zohomail.com", "zohomail.eu", "zohomail.in", "zohocloud.ca", "one.zoho.com", "one.zoho.eu", "one.zoho.in"]),
        Mailboxes("Fastmail", [".messagingengine.com"], ["spf.messagingengine.com"]),
        Mailboxes("Proton", ["mail.protonmail.ch", "mailsec.protonmail.ch"], ["_spf.protonmail.ch"]),
        Mailboxes("Yandex 360", ["mx.yandex.net", "mx.yandex.ru"], ["_spf.yandex.net", "_spf.yandex.ru"]),
        Mailboxes("Mail.ru", ["emx.mail.ru", "mxs.mail.ru"], ["_spf.mail.ru"]),
        Mailboxes("iCloud", [".mail.icloud.com"], ["icloud.com"]),
        Mailboxes("Rackspace", [".emailsrvr.com"], ["emailsrvr.com"]),
        Mailboxes("GoDaddy", [".secureserver.net"], ["secureserver.net", ".secureserver.net"]),
        Mailboxes("IONOS",
            ["mx0*.ionos.com", "mx0*.ionos.de", "mx0*.ionos.co.uk", "mx0*.ionos.fr", "mx0*.ionos.es", "mx0*.ionos.it", ".1and1.com", ".1and1.co.uk", ".kundenserver.de", ".perfora.net"],
            ["_spf-us.ionos.com", "_spf-eu.ionos.com", "_spf.perfora.net", "_spf.kundenserver.de"]),
        Mailboxes("OVH", [".mail.ovh.net", ".ovh.net"], ["mx.ovh.com"]),
        Mailboxes("Infomaniak", [".infomaniak.ch", ".infomaniak.com"], ["spf.infomaniak.ch"]),
        Mailboxes("Hostinger", ["mx1.hostinger.com", "mx2.hostinger.com"], ["_spf.mail.hostinger.com"]),
        Mailboxes("Titan", ["mx1.titan.email", "mx2.titan.email"], ["spf.titan.email"]),
        Mailboxes("Namecheap Private Email", ["mx1.privateemail.com", "mx2.privateemail.com"], ["spf.privateemail.com"]),
        Mailboxes("Strato", ["smtpin.rzone.de", "smtp.rzone.de"], ["smtpin.rzone.de", "smtp.rzone.de"]),
        Mailboxes("Gandi", ["spool.mail.gandi.net", "fb.mail.gandi.net"], ["_mailcust.gandi.net"]),
        Mailboxes("Hetzner", [".your-server.de"], []),
        Mailboxes("one.com", [".one.com"], ["_spf.one.com", "_custspf.one.com"]),
        Mailboxes("Migadu", ["aspmx1.migadu.com", "aspmx2.migadu.com"], ["spf.migadu.com"]),
        Mailboxes("mailbox.org", [".mailbox.org"], ["mailbox.org"]),
        Mailboxes("Tuta", ["mail.tutanota.de"], ["spf.tutanota.de"]),
        Mailboxes("MXroute", [".mxrouting.net", ".mxlogin.com", ".mxroute.com"], ["mxroute.com", "mxlogin.com"]),
        Mailboxes("DreamHost", [".dreamhost.com"], ["netblocks.dreamhost.com"]),
        Mailboxes("Runbox", ["mx.runbox.com"], ["spf.runbox.com"]),
        Mailboxes("Soverin", ["mx.soverin.net"], ["spf.soverin.net"]),
        Mailboxes("TransIP", [".transip.email"], ["_spf.transip.email"]),
        Mailboxes("ALL-INKL", [".kasserver.com"], ["spf.kasserver.com"]),
        Mailboxes("Hostpoint", [".mail.hostpoint.ch"], ["spf.mail.hostpoint.ch"]),
        Mailboxes("Loopia", [".loopia.se"], ["spf.loopia.se"]),
        Mailboxes("Simply.com", ["mx.simply.com", "mx.unoeuro.com"], ["spf.simply.com", "spf.unoeuro.com"]),
        Mailboxes("Telekom Homepagecenter", [".hier-im-netz.de"], ["_spf.hier-im-netz.de"]),
        Mailboxes("SiteGround", [".mailspamprotection.com"], [".mailspamprotection.com"]),
        Mailboxes("Intermedia", [".serverdata.net"], ["spf.intermedia.net"]),
        Mailboxes("Yahoo", [".yahoodns.net"], []),
        Mailboxes("Alibaba Mail", [".qiye.aliyun.com", ".mxhichina.com"], ["spf.qiye.aliyun.com", "spf.mxhichina.com"]),
        Mailboxes("Tencent Exmail", ["mxbiz1.qq.com", "mxbiz2.qq.com"], ["spf.mail.qq.com"]),
        Mailboxes("NetEase", [".mxmail.netease.com"], ["spf.163.com", "spf.qiye.163.com"]),
        Mailboxes("NAVER Works", [".worksmobile.com"], ["spf.worksmobile.com"]),

        Before("Mimecast", [".mimecast.com", ".mimecast.co.za", ".mimecast-offshore.com"], ["_netblocks.mimecast.com", "._netblocks.mimecast.com"]),
        Before("Proofpoint", [".pphosted.com", ".gpphosted.com"], [".pphosted.com"]),
        Before("Proofpoint Essentials", [".ppe-hosted.com"], [".ppe-hosted.com"]),
        Before("Barracuda", [".barracudanetworks.com"], [".barracudanetworks.com"]),
        Before("Cisco Secure Email", [".iphmx.com"], [".iphmx.com"]),
        Before("Symantec Email Security", [".messagelabs.com"], ["spf.messagelabs.com"]),
        Before("Trend Micro", [".tmes.trendmicro.com", ".tmes.trendmicro.eu", ".hes.trendmicro.com"], ["spf.tmes.trendmicro.com", "spf.tmes.trendmicro.eu", "spf.hes.trendmicro.com"]),
        Before("Sophos", [".hydra.sophos.com", ".reflexion.net"], [".hydra.sophos.com"]),
        Before("Forcepoint", [".mailcontrol.com"], ["mailcontrol.com", ".mailcontrol.com"]),
        Before("N-able Mail Assure", [".antispamcloud.com", ".spamexperts.com", ".spamexperts.eu", ".spamexperts.net"], ["spf.antispamcloud.com", ".spamexperts.com"]),
        Before("Hornetsecurity", [".hornetsecurity.com", ".antispameurope.com"], ["spf.hornetsecurity.com", "spf.antispameurope.com"]),
        Before("Trellix", [".fireeyecloud.com"], [".fireeyecloud.com"]),
        Before("Retarus", [".retarus.com"], [".retarus.com"]),
        Before("AppRiver", [".arsmtp.com"], [".appriver.com"]),
        Before("SpamTitan", [".spamtitan.com"], [".spamtitan.com"]),
        Before("Cloudflare Email Security", [".mxrecord.io", ".mxrecord.mx"], []),
        Before("MailRoute", [".mailroute.net"], []),
        Before("SpamHero", [".spamhero.com"], []),
        Before("Zerospam", [".zerospam.ca"], []),
        Before("Fortinet FortiMail Cloud", [".fortimail.com", ".fortimailcloud.com"], []),
        Before("Libraesva", [".esvacloud.com"], []),

        Before("Cloudflare Email Routing", [".mx.cloudflare.net"], ["_spf.mx.cloudflare.net"]),
        Before("ImprovMX", ["mx1.improvmx.com", "mx2.improvmx.com"], ["spf.improvmx.com"]),
        Before("Forward Email", ["mx1.forwardemail.net", "mx2.forwardemail.net"], ["spf.forwardemail.net"]),
        Before("Namecheap email forwarding", [".registrar-servers.com"], ["spf.efwd.registrar-servers.com"]),
        Before("Mailgun", ["mxa.mailgun.org", "mxb.mailgun.org", "mxa.eu.mailgun.org", "mxb.eu.mailgun.org"], []),
        Before("Amazon SES", ["inbound-smtp.*.amazonaws.com"], []),
        Before("SendGrid", ["mx.sendgrid.net"], []),
    ];

    /// <summary>The provider that an MX host belongs to; null where it is none that is known.</summary>
    public static MailVendor? OfMx(string host) => All.FirstOrDefault(v => MailVendorNames.Matches(v.Mx, host))?.Vendor;

    /// <summary>The provider that a name in an SPF record belongs to; null where it is none that is known.</summary>
    public static MailVendor? OfSpf(string name) => All.FirstOrDefault(v => MailVendorNames.Matches(v.Spf, name))?.Vendor;

    private static MailVendorNames Mailboxes(string name, string[] mx, string[] spf) => new(new MailVendor(name, false), mx, spf);

    /// <summary>A gateway or forwarder: mail goes on to mailboxes elsewhere, so SPF may name others with good reason.</summary>
    private static MailVendorNames Before(string name, string[] mx, string[] spf) => new(new MailVendor(name, true), mx, spf);
}
