using Gatepost.Lab.Dns;

namespace Gatepost.Lab.Worlds;

/// <summary>GP115: the domain's signatures do not check out.</summary>
internal static class DnssecBogus
{
    public static LabWorld World { get; } = new()
    {
        Name = "dnssec-bogus",
        Title = "The domain's signatures do not check out",
        Story = "Tulip's zone was signed with new keys, and the parent still has the old DS record. Resolvers that validate refuse to answer; those that do not deliver as ever. So it works for some senders and not for others.",
        ExpectedCause = "GP115",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "4.4.3",
            "deferred (Host or domain name not found. Name service error for name=tulip.example type=MX: Host not found, try again)"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            .. Tulip.WorkingDns.Select(static server => server with { Zones = [server.Zones[0] with { Signing = ZoneSigning.Bogus }] }),
        ],
        Servers = [Garden.Outgoing, Tulip.WorkingMx],
    };
}
