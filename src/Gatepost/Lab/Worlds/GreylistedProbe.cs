namespace Gatepost.Lab.Worlds;

/// <summary>GP190: the server that should decide puts strangers off.</summary>
internal static class GreylistedProbe
{
    public static LabWorld World { get; } = new()
    {
        Name = "greylisted",
        Title = "The server that should decide puts strangers off",
        Story = "All that is left of the bounce is one line, and it does not say which server refused. Tulip's MX would know, but it defers every client that it meets for the first time. A deferral is no verdict: it stays open who must act.",
        ExpectedCause = "GP190",
        ExpectedOwner = "undetermined",
        Input = $"554 5.7.1 <{Tulip.Pat}>: Relay access denied",
        Target = Tulip.Pat,
        NameServers = Tulip.WorkingDns,
        Servers = [Tulip.WorkingMx with { Greylists = true }],
    };
}
