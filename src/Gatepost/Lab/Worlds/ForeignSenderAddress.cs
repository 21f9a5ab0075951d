namespace Gatepost.Lab.Worlds;

/// <summary>GP107: a login may not send under another's address.</summary>
internal static class ForeignSenderAddress
{
    public static LabWorld World { get; } = new()
    {
        Name = "foreign-sender-address",
        Title = "A login may not send under another's address",
        Story = "Sam is logged in and sends as info@garden.example. The server lets every login use its own address only. It is the sender that is refused; the words about relaying elsewhere have nothing to do with it.",
        ExpectedCause = "GP107",
        ExpectedOwner = "sender",
        Input = $"""
            === Trying {Garden.Smtp}:587...
            === Connected to {Garden.Smtp}.
            <-  220 {Garden.Smtp} ESMTP Postfix
             -> EHLO laptop.garden.example
            <-  250-{Garden.Smtp}
            <-  250-PIPELINING
            <-  250-ENHANCEDSTATUSCODES
            <-  250 AUTH PLAIN LOGIN
             -> AUTH PLAIN AHNhbUBnYXJkZW4uZXhhbXBsZQB0dWxpcHMtaW4tYXByaWw=
            <-  235 2.7.0 Authentication successful
             -> MAIL FROM:<info@garden.example>
            <-  250 2.1.0 Ok
             -> RCPT TO:<{Tulip.Pat}>
            <** 553 5.7.1 <info@garden.example>: Sender address rejected: not owned by user {Garden.Sam}
             -> QUIT
            <-  221 2.0.0 Bye
            === Connection closed with remote host.
            """,
        Target = Tulip.Pat,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing with { OwnSenderOnly = true }, Tulip.WorkingMx],
    };
}
