using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP112: the MX record names a provider that the domain never had.</summary>
internal static class WrongVendorMx
{
    public static LabWorld World { get; } = new()
    {
        Name = "wrong-vendor-mx",
        Title = "The MX record names a provider that the domain never had",
        Story = "Tulip's mailboxes are at Microsoft 365, as its SPF record says. A template of the DNS hoster put another provider's servers into the MX record, and those do not know the domain.",
        ExpectedCause = "GP112",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.EximBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, "mx1.emailsrvr.com", "198.51.100.70", $"554 5.7.1 <{Tulip.Pat}>: Relay access denied"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            Providers.Microsoft("tulip-example", "198.51.100.71"),
            new("ns1.emailsrvr.com", "198.51.100.7", Zone.Of("emailsrvr.com", """
                @    NS  ns1
                ns1  A   198.51.100.7
                mx1  A   198.51.100.70
                """)),
            .. Tulip.Dns("""
                @  MX  10 mx1.emailsrvr.com.
                @  TXT "v=spf1 include:spf.protection.outlook.com -all"
                """),
        ],
        Servers =
        [
            Garden.Outgoing,
            new("mx1.emailsrvr.com", "198.51.100.70", Postfix.Instance) { Domains = ["emailsrvr.com"] },
            new("tulip-example.mail.protection.outlook.com", "198.51.100.71", ExchangeOnline.Instance)
            {
                Domains = [Tulip.Domain],
                CertificateNames = ["mail.protection.outlook.com", "*.mail.protection.outlook.com"],
            },
        ],
    };
}
