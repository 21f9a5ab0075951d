namespace Gatepost.Lab.Worlds;

/// <summary>GP113: old and new provider stand side by side in the MX record.</summary>
internal static class MigrationTwoVendors
{
    public static LabWorld World { get; } = new()
    {
        Name = "migration-two-vendors",
        Title = "Old and new provider stand side by side in the MX record",
        Story = "For the move, Tulip put the new provider's server beside the old one. The old provider has switched the domain off, and it still comes first. Mail that reaches the new one arrives; the rest is refused.",
        ExpectedCause = "GP113",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.EximBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, Providers.OldMx, Providers.OldAddress, "550 relay not permitted"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            Providers.OldHost,
            Providers.NewMail,
            .. Tulip.Dns("""
                @  300 MX 10 mx.oldhost.example.
                @  300 MX 20 mx.newmail.example.
                @  TXT "v=spf1 mx include:_spf.newmail.example -all"
                """),
        ],
        Servers = [Garden.Outgoing, Providers.OldServer, Providers.NewServer],
    };
}
