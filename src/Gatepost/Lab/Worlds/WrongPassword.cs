namespace Gatepost.Lab.Worlds;

/// <summary>GP102: the outgoing server does not accept the password.</summary>
internal static class WrongPassword
{
    public static LabWorld World { get; } = new()
    {
        Name = "wrong-password",
        Title = "The outgoing server does not accept the password",
        Story = "Sam changed the password of the mailbox and not that of the mail program. The server refuses the login; whatever it says to the recipients after that follows from it.",
        ExpectedCause = "GP102",
        ExpectedOwner = "sender",
        Input = $"""
            * Connected to {Garden.Smtp} ({Garden.SmtpAddress}) port 587
            < 220 {Garden.Smtp} ESMTP Postfix
            > EHLO laptop.garden.example
            < 250-{Garden.Smtp}
            < 250-PIPELINING
            < 250-ENHANCEDSTATUSCODES
            < 250 AUTH PLAIN LOGIN
            > AUTH PLAIN
            < 334
            > AHNhbQB0dWxpcHMtaW4tbWF5
            < 535 5.7.8 Error: authentication failed: (reason unavailable)
            * Connection #0 to host {Garden.Smtp} left intact
            """,
        Target = Garden.Smtp,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
