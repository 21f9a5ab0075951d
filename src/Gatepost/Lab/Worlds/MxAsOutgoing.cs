using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP103: an account sends through the server that takes mail in.</summary>
internal static class MxAsOutgoing
{
    public static LabWorld World { get; } = new()
    {
        Name = "mx-as-outgoing",
        Title = "An account sends through the server that takes mail in",
        Story = "Sam entered mx.garden.example, port 25, as the outgoing server. That host takes mail in for garden.example and offers no login to anybody. Sam's provider has another host for sending: smtp.garden.example, port 587.",
        ExpectedCause = "GP103",
        ExpectedOwner = "sender",
        Input = $"""
            === Trying {Garden.Mx}:25...
            === Connected to {Garden.Mx}.
            <-  220 {Garden.Mx} ESMTP Postfix
             -> EHLO laptop.garden.example
            <-  250-{Garden.Mx}
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
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers =
        [
            Garden.Outgoing,
            new(Garden.Mx, Garden.MxAddress, Postfix.Instance) { Domains = ["garden.example"] },
            Tulip.WorkingMx,
        ],
    };
}
