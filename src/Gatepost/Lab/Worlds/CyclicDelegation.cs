using Gatepost.Lab.Dns;

namespace Gatepost.Lab.Worlds;

/// <summary>GP115: two domains' name servers lie in each other, and neither has an address.</summary>
internal static class CyclicDelegation
{
    public static LabWorld World { get; } = new()
    {
        Name = "cyclic-delegation",
        Title = "Two domains' name servers lie in each other, and neither has an address",
        Story = "The name server of tulip.example is a host in rose.example, and that of rose.example is one in tulip.example. The registry has no addresses for them. To find one, the other must be found first.",
        ExpectedCause = "GP115",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "4.4.3",
            "deferred (Host or domain name not found. Name service error for name=tulip.example type=MX: Host not found, try again)"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            new("ns.rose.example", "198.51.100.3", Zone.Of(Tulip.Domain, $"""
                @   NS  ns.rose.example.
                ns  A   198.51.100.1
                @   MX  10 mx
                mx  A   {Tulip.MxAddress}
                """)) { HasGlue = false },
            new("ns.tulip.example", "198.51.100.1", Zone.Of("rose.example", """
                @   NS  ns.tulip.example.
                ns  A   198.51.100.3
                """)) { HasGlue = false },
        ],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
