namespace Gatepost.Relay;

/// <summary>The name of a client, as DNS gave it to the server.</summary>
/// <param name="Status">What became of the lookup.</param>
/// <param name="Name">The name that the PTR record gives; null where there is none. Trusted only where <see cref="Status"/> is <see cref="NameStatus.Verified"/>.</param>
public sealed record ClientName(NameStatus Status, string? Name)
{
    /// <summary>No PTR record.</summary>
    public static ClientName Missing { get; } = new(NameStatus.Missing, null);

    /// <summary>A name that leads back to the address.</summary>
    public static ClientName Verified(string name) => new(NameStatus.Verified, name);
}
