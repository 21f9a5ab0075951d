using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP122: a program answers spam, and the answer is refused.</summary>
internal static class BackscatterReply
{
    public static LabWorld World { get; } = new()
    {
        Name = "backscatter",
        Title = "A program answers spam, and the answer is refused",
        Story = "Spam with a forged sender came to Sam, and a program answered it. The address that was answered had nothing to do with the spam, and its server wants no such answer. The fault is the program's: spam is not to be answered.",
        ExpectedCause = "GP122",
        ExpectedOwner = "sending-admin",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, "winner@prizes.example", "mx.prizes.example", "198.51.100.96",
            "554 5.7.1 <winner@prizes.example>: Relay access denied", $"""
            Return-Path: <>
            From: Sam <{Garden.Sam}>
            To: winner@prizes.example
            Subject: On holiday Re: You have WON
            Auto-Submitted: auto-replied
            X-Spam-Flag: YES
            X-Spam-Score: 14.2
            Message-ID: <vacation-20261124084106@garden.example>
            Date: Tue, 24 Nov 2026 09:41:06 +0100
            """),
        Target = "winner@prizes.example",
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            new("ns1.prizes.example", "198.51.100.39", Zone.Of("prizes.example", """
                @    NS  ns1
                ns1  A   198.51.100.39
                @    MX  10 mx
                mx   A   198.51.100.96
                """)),
        ],
        Servers = [Garden.Outgoing, new("mx.prizes.example", "198.51.100.96", Postfix.Instance) { Domains = ["mx.prizes.example"] }],
    };
}
