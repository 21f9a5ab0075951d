using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP106: Microsoft 365 does not recognise its customer's server.</summary>
internal static class UnknownTenant
{
    public static LabWorld World { get; } = new()
    {
        Name = "unknown-tenant",
        Title = "Microsoft 365 does not recognise its customer's server",
        Story = "Garden's own server sends through the company's Microsoft 365. The connector there names the server's old address; from the new one the connection is a stranger's, and strangers cannot relay.",
        ExpectedCause = "GP106",
        ExpectedOwner = "sending-admin",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, "garden-example.mail.protection.outlook.com", "192.0.2.40",
            "550 5.7.64 TenantAttribution; Relay Access Denied", Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, Providers.Microsoft("garden-example", "192.0.2.40"), .. Tulip.WorkingDns],
        Servers =
        [
            new("garden-example.mail.protection.outlook.com", "192.0.2.40", ExchangeOnline.Instance)
            {
                Domains = ["garden.example"],
                CertificateNames = ["mail.protection.outlook.com", "*.mail.protection.outlook.com"],
            },
            Tulip.WorkingMx,
        ],
    };
}
