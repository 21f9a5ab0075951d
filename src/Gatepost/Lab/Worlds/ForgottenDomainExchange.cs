using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP111: an Exchange server lacks the accepted domain.</summary>
internal static class ForgottenDomainExchange
{
    public static LabWorld World { get; } = new()
    {
        Name = "forgotten-domain-exchange",
        Title = "An Exchange server lacks the accepted domain",
        Story = "Tulip bought a second domain name and pointed its MX record at the Exchange server, as with the first. Nobody made it an accepted domain there, so Exchange speaks of relaying.",
        ExpectedCause = "GP111",
        ExpectedOwner = "recipient-admin",
        Input = Inputs.EximBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, "mail.tulip.example", Tulip.MxAddress,
            "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            .. Tulip.Dns($"""
                @     MX  10 mail
                mail  A   {Tulip.MxAddress}
                @     TXT "v=spf1 mx -all"
                """),
        ],
        Servers = [Garden.Outgoing, new("mail.tulip.example", Tulip.MxAddress, Exchange.Instance) { Domains = ["tulip.test"] }],
    };
}
