using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP111: an OpenSMTPD server has no rule for the domain.</summary>
internal static class ForgottenDomainOpenSmtpd
{
    public static LabWorld World { get; } = new()
    {
        Name = "forgotten-domain-opensmtpd",
        Title = "An OpenSMTPD server has no rule for the domain",
        Story = "No rule of Tulip's OpenSMTPD matches mail from outside for tulip.example. OpenSMTPD then calls the recipient invalid: the same words as for a user who does not exist, so the words alone do not tell.",
        ExpectedCause = "GP111",
        ExpectedOwner = "recipient-admin",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, $"{Tulip.Mx}[{Tulip.MxAddress}]:25", "5.0.0",
            $"bounced (host {Tulip.Mx}[{Tulip.MxAddress}] said: 550 Invalid recipient: <{Tulip.Pat}> (in reply to RCPT TO command))"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing, Tulip.WorkingMx with { Product = OpenSmtpd.Instance, Domains = ["mx.tulip.example"] }],
    };
}
