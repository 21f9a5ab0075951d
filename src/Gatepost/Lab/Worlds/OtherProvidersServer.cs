using Gatepost.Lab.Dns;
using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP103: an account sends through the server of a provider that was left.</summary>
internal static class OtherProvidersServer
{
    public static LabWorld World { get; } = new()
    {
        Name = "other-providers-server",
        Title = "An account sends through the server of a provider that was left",
        Story = "Until last month the mail of garden.example was with meadow.example, and the outgoing server of the account still is. Meadow's server takes mail in for Meadow's customers only, and Sam is none any more.",
        ExpectedCause = "GP103",
        ExpectedOwner = "sender",
        Input = """
            === Trying mail.meadow.example:25...
            === Connected to mail.meadow.example.
            <-  220 mail.meadow.example ESMTP Exim 4.96 Tue, 24 Nov 2026 08:41:07 +0000
             -> EHLO laptop.garden.example
            <-  250-mail.meadow.example Hello laptop.garden.example [203.0.113.9]
            <-  250-SIZE 52428800
            <-  250-8BITMIME
            <-  250-PIPELINING
            <-  250-HELP
            <-  250 STARTTLS
             -> MAIL FROM:<sam@garden.example>
            <-  250 OK
             -> RCPT TO:<pat@tulip.example>
            <** 550 relay not permitted
             -> QUIT
            <-  221 mail.meadow.example closing connection
            === Connection closed with remote host.
            """,
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers =
        [
            Garden.Dns,
            .. Tulip.WorkingDns,
            new("ns1.meadow.example", "198.51.100.6", Zone.Of("meadow.example", """
                @     NS  ns1
                ns1   A   198.51.100.6
                @     MX  10 mail
                mail  A   198.51.100.60
                @     TXT "v=spf1 mx -all"
                """)),
        ],
        Servers =
        [
            Garden.Outgoing,
            new("mail.meadow.example", "198.51.100.60", Exim.Instance) { Domains = ["meadow.example"] },
            Tulip.WorkingMx,
        ],
    };
}
