namespace Gatepost.Evidence.Relaying;

/// <summary>A question whose answer is not about relaying, and without which the answers about relaying mean little.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Domain">The domain or literal it is about; empty for a bare recipient.</param>
/// <param name="Sender">The reverse-path as sent.</param>
/// <param name="Recipient">The forward-path as sent.</param>
public sealed record RelayControl(RelayControlKind Kind, string Domain, string Sender, string Recipient) : RelayProbe(Sender, Recipient)
{
    /// <summary>True where it asks for a recipient of the server's own that does not exist, at a domain by name.</summary>
    public bool IsUnknownAtOwnDomain => Kind is RelayControlKind.UnknownAtNamedDomain or RelayControlKind.UnknownAtLearnedDomain;
}
