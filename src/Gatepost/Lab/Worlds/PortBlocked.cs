using Gatepost.Lab.Smtp;

namespace Gatepost.Lab.Worlds;

/// <summary>GP133: the network lets nothing out to port 25.</summary>
internal static class PortBlocked
{
    public static LabWorld World { get; } = new()
    {
        Name = "port-blocked",
        Title = "The network lets nothing out to port 25",
        Story = "Garden's server moved to a cloud whose machines cannot reach port 25 of anybody. The same hosts answer on the submission ports, so they are alive and it is the port that is shut.",
        ExpectedCause = "GP133",
        ExpectedOwner = "network",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "4.4.1",
            $"deferred (connect to {Tulip.Mx}[{Tulip.MxAddress}]:25: Connection timed out)"),
        Target = Tulip.Pat,
        Client = Garden.SmtpAddress,
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
        Servers =
        [
            Tulip.WorkingMx with { Ports = [ServerPort.Blocked, ServerPort.Submissions, ServerPort.Submission] },
            Tulip.WorkingMx with
            {
                Host = "mx2.tulip.example",
                Address = "198.51.100.26",
                CertificateNames = ["mx2.tulip.example"],
                Ports = [ServerPort.Blocked, ServerPort.Submissions, ServerPort.Submission],
            },
        ],
    };
}
