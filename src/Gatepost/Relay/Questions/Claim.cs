namespace Gatepost.Relay.Questions;

/// <summary>A claim about all attempts.</summary>
/// <param name="Kind">What is claimed.</param>
/// <param name="Domain">The domain that it is about; null where it is about all.</param>
/// <param name="Listener">The listener that it is about; null for every one.</param>
public sealed record Claim(ClaimKind Kind, string? Domain, string? Listener);
