namespace Gatepost.Relay;

/// <summary>A successful login (RFC 4954).</summary>
/// <param name="User">The authenticated name.</param>
/// <param name="Mechanism">The SASL mechanism, in capitals.</param>
public sealed record Login(string User, string Mechanism = "PLAIN");
