namespace Gatepost.Lab.Worlds;

/// <summary>GP113: the domain's name servers disagree during a move.</summary>
internal static class Migration
{
    public static LabWorld World { get; } = new()
    {
        Name = "migration",
        Title = "The domain's name servers disagree during a move",
        Story = "Tulip is moving to a new mail provider. One name server has the new zone, the other still the old one, with an older serial. Whoever asks the second is sent to the old provider, where the domain is already gone.",
        ExpectedCause = "GP113",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, Providers.OldMx, Providers.OldAddress, "550 relay not permitted",
            Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            Providers.OldHost,
            Providers.NewMail,
            new("ns1.tulip.example", "198.51.100.1", Tulip.ZoneOf("""
                @  MX  10 mx.oldhost.example.
                @  TXT "v=spf1 mx -all"
                """, serial: 2026110101)),
            new("ns2.tulip.example", "198.51.100.2", Tulip.ZoneOf("""
                @  300 MX 10 mx.newmail.example.
                @  TXT "v=spf1 include:_spf.newmail.example -all"
                """, serial: 2026112402)),
        ],
        Servers = [Garden.Outgoing, Providers.OldServer, Providers.NewServer],
    };
}
