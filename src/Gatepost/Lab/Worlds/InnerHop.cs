namespace Gatepost.Lab.Worlds;

/// <summary>GP117: the recipient's gateway takes the mail, and the server behind it does not.</summary>
internal static class InnerHop
{
    public static LabWorld World { get; } = new()
    {
        Name = "inner-hop",
        Title = "The recipient's gateway takes the mail, and the server behind it does not",
        Story = "Tulip's gateway accepted Sam's message and passed it to the Exchange server inside, which does not have the domain. The bounce comes from the gateway: the message had already reached Tulip.",
        ExpectedCause = "GP117",
        ExpectedOwner = "recipient-admin",
        Input = Inputs.PostfixBounce(Tulip.Mx, Garden.Sam, Tulip.Pat, "exchange.internal.lan", "10.0.0.5",
            "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
