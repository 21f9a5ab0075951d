namespace Gatepost.Lab.Worlds;

/// <summary>GP134: the address asks for relaying by its form.</summary>
internal static class PercentHack
{
    private const string Routed = "pat%rose.example@tulip.example";

    public static LabWorld World { get; } = new()
    {
        Name = "percent-hack",
        Title = "The address asks for relaying by its form",
        Story = "An old address book has Pat's address as pat%rose.example@tulip.example: \"send it to Tulip, which shall pass it on to Rose\". No server does that for strangers any more, wherever the mail comes from.",
        ExpectedCause = "GP134",
        ExpectedOwner = "sender",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Routed, $"{Tulip.Mx}[{Tulip.MxAddress}]:25", "5.7.1",
            $"bounced (host {Tulip.Mx}[{Tulip.MxAddress}] said: 554 5.7.1 <{Routed}>: Relay access denied (in reply to RCPT TO command))"),
        Target = Routed,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
