namespace Gatepost.Lab.Worlds;

/// <summary>GP101: a mail program sends without logging in.</summary>
internal static class MissingLogin
{
    public static LabWorld World { get; } = new()
    {
        Name = "missing-login",
        Title = "A mail program sends without logging in",
        Story = "Sam set up a new mail program and left out the login of the outgoing server. The server offers a login and passes mail on only for those who use it. Pat's server never heard of the message.",
        ExpectedCause = "GP101",
        ExpectedOwner = "sender",
        Input = $"""
            === Trying {Garden.Smtp}:587...
            === Connected to {Garden.Smtp}.
            <-  220 {Garden.Smtp} ESMTP Postfix
             -> EHLO laptop.garden.example
            <-  250-{Garden.Smtp}
            <-  250-PIPELINING
            <-  250-SIZE 10240000
            <-  250-ENHANCEDSTATUSCODES
            <-  250-8BITMIME
            <-  250 STARTTLS
             -> STARTTLS
            <-  220 2.0.0 Ready to start TLS
            === TLS started with cipher TLSv1.3:TLS_AES_256_GCM_SHA384:256
             ~> EHLO laptop.garden.example
            <~  250-{Garden.Smtp}
            <~  250-PIPELINING
            <~  250-SIZE 10240000
            <~  250-ENHANCEDSTATUSCODES
            <~  250-8BITMIME
            <~  250 AUTH PLAIN LOGIN
             ~> MAIL FROM:<{Garden.Sam}>
            <~  250 2.1.0 Ok
             ~> RCPT TO:<{Tulip.Pat}>
            <~* 554 5.7.1 <{Tulip.Pat}>: Relay access denied
             ~> QUIT
            <~  221 2.0.0 Bye
            === Connection closed with remote host.
            """,
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
