namespace Gatepost.Evidence.Dialog;

/// <summary>A line of a <see cref="SecretsFile"/>.</summary>
/// <param name="Host">The server it is for; null for any.</param>
/// <param name="User">The authentication identity.</param>
/// <param name="Value">The password or token. Never shown.</param>
public sealed record Secret(string? Host, string User, string Value)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => Host is null ? User : $"{User} at {Host}";
}
