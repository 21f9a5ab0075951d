using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP121: a vacation reply goes to a newsletter's bounce address.</summary>
internal static class VacationReply
{
    private const string Newsletter = "b-7f3-sam=garden.example@news.shop.example";

    public static LabWorld World { get; } = new()
    {
        Name = "vacation-reply",
        Title = "A vacation reply goes to a newsletter's bounce address",
        Story = "A newsletter reached Sam, and Sam's vacation program answered to its return path, as it should. The shop's platform puts a new return address into every mail and takes mail at none of them. The newsletter had arrived; nothing is wrong with Sam.",
        ExpectedCause = "GP121",
        ExpectedOwner = "platform",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Newsletter, "in.shop.example", "198.51.100.95", $"550 5.7.1 <{Newsletter}>... Relaying denied", $"""
            Return-Path: <>
            From: Sam <{Garden.Sam}>
            To: {Newsletter}
            Subject: On holiday Re: Spring sale
            Auto-Submitted: auto-replied
            X-Autoreply: yes
            Precedence: bulk
            In-Reply-To: <spring-sale-7f3@shop.example>
            Message-ID: <vacation-20261124084105@garden.example>
            Date: Tue, 24 Nov 2026 09:41:05 +0100
            """),
        Target = Newsletter,
        Client = Garden.SmtpAddress,
        NameServers =
        [
            Garden.Dns,
            new("ns1.shop.example", "198.51.100.29", Zone.Of("shop.example", """
                @     NS  ns1
                ns1   A   198.51.100.29
                @     MX  10 in
                in    A   198.51.100.95
                news  MX  10 in
                @     TXT "v=spf1 mx -all"
                news  TXT "v=spf1 a:in.shop.example -all"
                """)),
        ],
        Servers = [Garden.Outgoing, new("in.shop.example", "198.51.100.95", Sendmail.Instance) { Domains = ["shop.example"] }],
    };
}
