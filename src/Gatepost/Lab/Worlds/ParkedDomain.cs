using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP114: the domain is parked.</summary>
internal static class ParkedDomain
{
    public static LabWorld World { get; } = new()
    {
        Name = "parked-domain",
        Title = "The domain is parked",
        Story = "Tulip's registration lapsed into the hands of a parking service. Its name servers send every name to a page of advertisements; the machine behind it knows no mailboxes.",
        ExpectedCause = "GP114",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, Tulip.Domain, "198.51.100.80", $"554 5.7.1 <{Tulip.Pat}>: Relay access denied",
            Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            new("ns1.sedoparking.com", "198.51.100.8",
                Zone.Of("sedoparking.com", """
                    @    NS  ns1
                    ns1  A   198.51.100.8
                    park A   198.51.100.80
                    """),
                Zone.Of(Tulip.Domain, """
                    @  NS  ns1.sedoparking.com.
                    @  A   198.51.100.80
                    *  A   198.51.100.80
                    """)),
        ],
        Servers = [Garden.Outgoing, new("park.sedoparking.com", "198.51.100.80", Postfix.Instance)],
    };
}
