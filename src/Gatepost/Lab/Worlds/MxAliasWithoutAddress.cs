namespace Gatepost.Lab.Worlds;

/// <summary>GP115: the MX record names an alias that leads nowhere.</summary>
internal static class MxAliasWithoutAddress
{
    public static LabWorld World { get; } = new()
    {
        Name = "mx-alias-without-address",
        Title = "The MX record names an alias that leads nowhere",
        Story = "The MX record of tulip.example names mail.tulip.example, which is an alias for a host of the old provider. That host is gone. An MX record must name a host with an address, never an alias.",
        ExpectedCause = "GP115",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "5.4.4",
            "bounced (Host or domain name not found. Name service error for name=mail.tulip.example type=A: Host not found)"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            Providers.OldHost,
            .. Tulip.Dns("""
                @     MX    10 mail
                mail  CNAME cluster7.oldhost.example.
                """),
        ],
        Servers = [Garden.Outgoing],
    };
}
