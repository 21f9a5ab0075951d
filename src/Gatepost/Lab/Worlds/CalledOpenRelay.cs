namespace Gatepost.Lab.Worlds;

/// <summary>GP141: the recipient's side takes the sending server for an open relay.</summary>
internal static class CalledOpenRelay
{
    private const string List = "relays.watch.example";

    public static LabWorld World { get; } = new()
    {
        Name = "called-open-relay",
        Title = "The recipient's side takes the sending server for an open relay",
        Story = "Garden's server did relay for strangers once, and a list still says so. \"Relay\" in this refusal speaks of Garden's server, not of Pat's mail: it is a judgement, and no relay denial.",
        ExpectedCause = "GP141",
        ExpectedOwner = "sending-admin",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, $"{Tulip.Mx}[{Tulip.MxAddress}]:25", "5.7.1",
            $"bounced (host {Tulip.Mx}[{Tulip.MxAddress}] said: 554 5.7.1 Service unavailable; Client host [{Garden.SmtpAddress}] blocked using {List}; Open relay, see https://relays.watch.example/{Garden.SmtpAddress} (in reply to RCPT TO command))"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, Providers.BlockList(List, "25.2.0.192", "Open relay"), .. Tulip.WorkingDns],
        BlockLists = [List],
        Reverse = $"{Garden.SmtpAddress} {Garden.Smtp}",
        Servers =
        [
            Garden.Outgoing,
            Tulip.WorkingMx with
            {
                BlockedBy = List,
                BlockWords = "554 5.7.1 Service unavailable; Client host [{client}] blocked using {list}; Open relay, see https://relays.watch.example/{client}",
            },
        ],
    };
}
