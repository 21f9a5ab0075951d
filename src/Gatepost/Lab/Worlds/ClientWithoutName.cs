using Gatepost.Evidence.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP105: a server that goes by host names meets a client without one.</summary>
internal static class ClientWithoutName
{
    public static LabWorld World { get; } = new()
    {
        Name = "client-without-name",
        Title = "A server that goes by host names meets a client without one",
        Story = "The Sendmail of garden.example relays for hosts whose names end in garden.example. The new web server's address has no PTR record, so it has no name at all, and Sendmail says that the look-up failed.",
        ExpectedCause = "GP105",
        ExpectedOwner = "sending-admin",
        Input = $"Nov 24 08:41:07 relay.garden.example sendmail[30211]: 8AO8f7Xk030211: ruleset=check_rcpt, arg1=<{Tulip.Pat}>, relay=[203.0.113.9], reject=550 5.7.1 <{Tulip.Pat}>... Relaying denied. IP name lookup failed [203.0.113.9]",
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers = [Garden.With("relay A 192.0.2.31"), .. Tulip.WorkingDns],
        Servers =
        [
            new("relay.garden.example", "192.0.2.31", Sendmail.Instance) { Domains = ["garden.example"], SeesClientName = ClientNameState.Missing },
            Tulip.WorkingMx,
        ],
    };
}
