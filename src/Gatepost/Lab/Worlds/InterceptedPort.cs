using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP132: a firewall answers in the place of the recipient's server.</summary>
internal static class InterceptedPort
{
    public static LabWorld World { get; } = new()
    {
        Name = "intercepted",
        Title = "A firewall answers in the place of the recipient's server",
        Story = "Sam sends from a guest network. Its firewall takes every connection to port 25 for itself, whoever it was meant for, and relays for nobody. The names in its greeting and certificate are not those of Tulip's servers.",
        ExpectedCause = "GP132",
        ExpectedOwner = "network",
        Input = $"""
            === Trying {Tulip.Mx}:25...
            === Connected to {Tulip.Mx}.
            <-  220 fw.guestnet.example ESMTP Postfix
             -> EHLO laptop.garden.example
            <-  250-fw.guestnet.example
            <-  250-PIPELINING
            <-  250-SIZE 10240000
            <-  250-ENHANCEDSTATUSCODES
            <-  250-8BITMIME
            <-  250 STARTTLS
             -> MAIL FROM:<{Garden.Sam}>
            <-  250 2.1.0 Ok
             -> RCPT TO:<{Tulip.Pat}>
            <** 554 5.7.1 <{Tulip.Pat}>: Relay access denied
             -> QUIT
            <-  221 2.0.0 Bye
            === Connection closed with remote host.
            """,
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers =
        [
            Garden.Dns,
            .. Tulip.Dns($"""
                @    MX  10 mx
                @    MX  20 mx2
                mx   A   {Tulip.MxAddress}
                mx2  A   198.51.100.26
                @    TXT "v=spf1 mx -all"
                """),
        ],
        Servers = [Garden.Outgoing, Tulip.WorkingMx, Tulip.WorkingMx with { Host = "mx2.tulip.example", Address = "198.51.100.26", CertificateNames = ["mx2.tulip.example"] }],
        Interceptor = new("fw.guestnet.example", "203.0.113.1", Postfix.Instance) { Domains = ["guestnet.example"] },
    };
}
