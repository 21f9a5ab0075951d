using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP116: the backup server does not relay for the domain.</summary>
internal static class BackupMxRefuses
{
    public static LabWorld World { get; } = new()
    {
        Name = "backup-mx-refuses",
        Title = "The backup server does not relay for the domain",
        Story = "Tulip's main server was down for an hour. In that hour senders turned to the second MX, a friend's server, whose list of domains lost tulip.example years ago. It refused for good what should have waited.",
        ExpectedCause = "GP116",
        ExpectedOwner = "recipient-admin",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, "mx2.friend.example", "198.51.100.90", $"554 5.7.1 <{Tulip.Pat}>: Relay access denied",
            Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            new("ns1.friend.example", "198.51.100.19", Zone.Of("friend.example", """
                @    NS  ns1
                ns1  A   198.51.100.19
                @    MX  10 mx2
                mx2  A   198.51.100.90
                """)),
            .. Tulip.Dns($"""
                @   MX  10 mx
                @   MX  20 mx2.friend.example.
                mx  A   {Tulip.MxAddress}
                @   TXT "v=spf1 mx -all"
                """),
        ],
        Servers = [Garden.Outgoing, Tulip.WorkingMx, new("mx2.friend.example", "198.51.100.90", Postfix.Instance) { Domains = ["friend.example"] }],
    };
}
