using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP104: a smarthost knows its clients by their addresses, and this one is new.</summary>
internal static class ClientOutsideNetworks
{
    public static LabWorld World { get; } = new()
    {
        Name = "client-outside-networks",
        Title = "A smarthost knows its clients by their addresses, and this one is new",
        Story = "The smarthost of garden.example lets the machines in its list of networks relay and knows no logins. The web server moved to a new address yesterday; nobody told the smarthost.",
        ExpectedCause = "GP104",
        ExpectedOwner = "sending-admin",
        Input = $"2026-11-24T08:41:07.120934+00:00 smarthost.garden.example postfix/smtpd[2110]: NOQUEUE: reject: RCPT from web1.garden.example[203.0.113.9]: 554 5.7.1 <{Tulip.Pat}>: Relay access denied; from=<shop@garden.example> to=<{Tulip.Pat}> proto=ESMTP helo=<web1.garden.example>",
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers =
        [
            Garden.With("""
                smarthost  A  192.0.2.30
                web1       A  203.0.113.9
                """),
            .. Tulip.WorkingDns,
        ],
        Reverse = "203.0.113.9 web1.garden.example",
        Servers =
        [
            new("smarthost.garden.example", "192.0.2.30", Postfix.Instance) { Domains = ["garden.example"] },
            Tulip.WorkingMx,
        ],
    };
}
