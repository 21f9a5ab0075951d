namespace Gatepost.Lab.Worlds;

/// <summary>GP111: the recipient's own server does not know the domain.</summary>
internal static class ForgottenDomain
{
    public static LabWorld World { get; } = new()
    {
        Name = "forgotten-domain",
        Title = "The recipient's own server does not know the domain",
        Story = "Tulip's server was set up anew, and its list of domains was not taken along. The MX record, both name servers and the SPF record all say that it is the right server; the server takes mail for tulip.example for an attempt to relay.",
        ExpectedCause = "GP111",
        ExpectedOwner = "recipient-admin",
        Input = Inputs.PostfixBounce(Garden.Smtp, Garden.Sam, Tulip.Pat, Tulip.Mx, Tulip.MxAddress, $"554 5.7.1 <{Tulip.Pat}>: Relay access denied",
            Inputs.Mail(Garden.Sam, Tulip.Pat)),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx with { Domains = ["mx.tulip.example", "localhost"] }],
    };
}
