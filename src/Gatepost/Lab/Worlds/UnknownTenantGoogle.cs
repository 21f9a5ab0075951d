using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP106: Google Workspace's relay service does not recognise its customer's server.</summary>
internal static class UnknownTenantGoogle
{
    private const string Relay = "smtp-relay.gmail.com";
    private const string RelayAddress = "192.0.2.41";

    public static LabWorld World { get; } = new()
    {
        Name = "unknown-tenant-google",
        Title = "Google Workspace's relay service does not recognise its customer's server",
        Story = "Garden's own server sends through the SMTP relay service of the company's Google Workspace. The service knows its customers by the addresses registered there, and the server's new one is not among them. Google talks of credentials; no login is missing.",
        ExpectedCause = "GP106",
        ExpectedOwner = "sending-admin",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, $"{Relay}[{RelayAddress}]:25", "5.7.1",
            $"bounced (host {Relay}[{RelayAddress}] said: 550-5.7.1 Invalid credentials for relay [{Garden.SmtpAddress}]. The IP address you've 550-5.7.1 registered in your Workspace SMTP Relay service doesn't match the domain of 550-5.7.1 the account this email is being sent from. If you are trying to relay mail 550 5.7.1 from a domain that isn't registered under your Workspace account (in reply to RCPT TO command))"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            new("ns1.gmail.com", "192.0.2.13", Zone.Of("gmail.com", $"""
                @           NS  ns1
                ns1         A   192.0.2.13
                smtp-relay  A   {RelayAddress}
                """)),
            .. Tulip.WorkingDns,
        ],
        Servers = [Garden.Outgoing, new(Relay, RelayAddress, GmailRelay.Instance), Tulip.WorkingMx],
    };
}
