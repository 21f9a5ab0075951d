namespace Gatepost.Lab.Worlds;

/// <summary>GP112: the MX record still names the hoster that was left.</summary>
internal static class StaleMx
{
    public static LabWorld World { get; } = new()
    {
        Name = "stale-mx",
        Title = "The MX record still names the hoster that was left",
        Story = "Tulip moved its mailboxes from oldhost.example to newmail.example and put the new provider into the SPF record. The MX record was forgotten. The old hoster has deleted the domain and rightly refuses.",
        ExpectedCause = "GP112",
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
            .. Tulip.Dns("""
                @  MX  10 mx.oldhost.example.
                @  TXT "v=spf1 include:_spf.newmail.example -all"
                """),
        ],
        Servers = [Garden.Outgoing, Providers.OldServer, Providers.NewServer],
    };
}
