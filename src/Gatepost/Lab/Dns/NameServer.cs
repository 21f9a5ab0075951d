namespace Gatepost.Lab.Dns;

/// <summary>An authoritative name server of a lab world.</summary>
/// <param name="Name">Its host name.</param>
/// <param name="Address">Its address.</param>
/// <param name="Zones">The zones that it serves.</param>
public sealed record NameServer(string Name, string Address, params IReadOnlyList<Zone> Zones)
{
    /// <summary>What it does with questions.</summary>
    public NameServerState State { get; init; }

    /// <summary>
    /// The zones that their parent delegates to it: by default those that it serves. A zone that is delegated to it and not served
    /// makes it lame.
    /// </summary>
    public IReadOnlyList<string> Delegated { get; init; } = [.. Zones.Select(static z => z.Name)];

    /// <summary>False where the parent holds no address for its name (no glue).</summary>
    public bool HasGlue { get; init; } = true;
}
