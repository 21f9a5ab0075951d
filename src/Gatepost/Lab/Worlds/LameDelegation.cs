namespace Gatepost.Lab.Worlds;

/// <summary>GP115: the domain is delegated to name servers that do not have it.</summary>
internal static class LameDelegation
{
    public static LabWorld World { get; } = new()
    {
        Name = "lame-delegation",
        Title = "The domain is delegated to name servers that do not have it",
        Story = "Tulip gave up its DNS hosting, and the registry still names that hoster's servers. They answer REFUSED for a zone that they no longer have. A resolver makes of it no more than a failure.",
        ExpectedCause = "GP115",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "4.4.3",
            "deferred (Host or domain name not found. Name service error for name=tulip.example type=MX: Host not found, try again)"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            Providers.OldHost with { Delegated = ["oldhost.example", Tulip.Domain] },
        ],
        Servers = [Garden.Outgoing],
    };
}
