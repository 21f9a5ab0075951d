namespace Gatepost.Lab.Worlds;

/// <summary>GP114: the domain says that it takes no mail.</summary>
internal static class NullMx
{
    public static LabWorld World { get; } = new()
    {
        Name = "null-mx",
        Title = "The domain says that it takes no mail",
        Story = "Tulip uses the domain for its web site only. The null MX record tells every sender not to try: it is meant, and nothing is broken.",
        ExpectedCause = "GP114",
        ExpectedOwner = "nobody",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "5.1.0",
            "bounced (Domain tulip.example does not accept mail (nullMX))"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            .. Tulip.Dns("""
                @  MX  0 .
                @  A   198.51.100.80
                @  TXT "v=spf1 -all"
                """),
        ],
        Servers = [Garden.Outgoing],
    };
}
