namespace Gatepost.Lab.Worlds;

/// <summary>GP114: the recipient's domain does not exist.</summary>
internal static class DomainGone
{
    public static LabWorld World { get; } = new()
    {
        Name = "domain-gone",
        Title = "The recipient's domain does not exist",
        Story = "The registration of tulip.example ran out, and nobody renewed it. The registry says that there is no such domain; there is no server to ask.",
        ExpectedCause = "GP114",
        ExpectedOwner = "nobody",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "5.4.4",
            "bounced (Host or domain name not found. Name service error for name=tulip.example type=MX: Host not found)"),
        Target = Tulip.Pat,
        NameServers = [Garden.Dns],
        Servers = [Garden.Outgoing],
    };
}
