using Gatepost.Lab.Smtp.Products;

namespace Gatepost.Lab.Worlds;

/// <summary>GP101: a web server sends through its provider's server without logging in.</summary>
internal static class MissingLoginExim
{
    public static LabWorld World { get; } = new()
    {
        Name = "missing-login-exim",
        Title = "A web server sends through its provider's server without logging in",
        Story = "A shop's web server hands its mail to the outgoing server of the company, an Exim, on the submission port. Nobody gave it a login. Exim says no more than that relaying is not permitted; it is the port that shows whose server it is.",
        ExpectedCause = "GP101",
        ExpectedOwner = "sender",
        Input = Inputs.PostfixLog("web1.garden.example", "shop@garden.example", Tulip.Pat, $"{Garden.Smtp}[{Garden.SmtpAddress}]:587", "5.0.0",
            $"bounced (host {Garden.Smtp}[{Garden.SmtpAddress}] said: 550 relay not permitted (in reply to RCPT TO command))"),
        Target = Tulip.Pat,
        Client = "203.0.113.9",
        NameServers = [Garden.Dns, .. Tulip.WorkingDns],
        Servers = [Garden.Outgoing with { Product = Exim.Instance }, Tulip.WorkingMx],
    };
}
