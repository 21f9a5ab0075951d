namespace Gatepost.Lab.Worlds;

/// <summary>GP115: the MX host has an address of the inner network.</summary>
internal static class MxPrivateAddress
{
    public static LabWorld World { get; } = new()
    {
        Name = "mx-private-address",
        Title = "The MX host has an address of the inner network",
        Story = "Somebody copied a record from the office's own DNS into the public one. The MX host's address, 10.0.0.5, means something else in every network, and nothing on the Internet.",
        ExpectedCause = "GP115",
        ExpectedOwner = "recipient-dns",
        Input = Inputs.PostfixLog(Garden.Smtp, Garden.Sam, Tulip.Pat, "none", "4.4.1",
            "deferred (connect to mail.tulip.example[10.0.0.5]:25: Connection timed out)"),
        Target = Tulip.Pat,
        NameServers =
        [
            Garden.Dns,
            .. Tulip.Dns("""
                @     MX  10 mail
                mail  A   10.0.0.5
                """),
        ],
        Servers = [Garden.Outgoing],
    };
}
