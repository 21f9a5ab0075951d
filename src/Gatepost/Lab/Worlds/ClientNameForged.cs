using Gatepost.Evidence.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP105: a client's name leads to another address.</summary>
internal static class ClientNameForged
{
    public static LabWorld World { get; } = new()
    {
        Name = "client-name-forged",
        Title = "A client's name leads to another address",
        Story = "The address of the web server has a PTR record, but the name in it leads to the machine that had this address before. Sendmail cannot tell that from a forgery and does not relay.",
        ExpectedCause = "GP105",
        ExpectedOwner = "sending-admin",
        Input = $"Nov 24 08:41:07 relay.garden.example sendmail[30211]: 8AO8f7Xk030211: ruleset=check_rcpt, arg1=<{Tulip.Pat}>, relay=web1.garden.example [203.0.113.9] (may be forged), reject=550 5.7.1 <{Tulip.Pat}>... Relaying denied. IP name possibly forged [203.0.113.9]",
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers =
        [
            Garden.With("""
                relay  A  192.0.2.31
                web1   A  203.0.113.77
                """),
            .. Tulip.WorkingDns,
        ],
        Reverse = "203.0.113.9 web1.garden.example",
        Servers =
        [
            new("relay.garden.example", "192.0.2.31", Sendmail.Instance) { Domains = ["garden.example"], SeesClientName = ClientNameState.Unmatched },
            Tulip.WorkingMx,
        ],
    };
}
