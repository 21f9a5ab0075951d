namespace Gatepost.Relay;

/// <summary>The session's encryption; an attempt without one has null.</summary>
/// <param name="Fingerprint">The client certificate's fingerprint as the server writes it; null where the client sent none.</param>
/// <param name="IsVerified">True where the client certificate leads to an authority that the server trusts.</param>
/// <param name="Subject">The certificate's subject; null where unknown.</param>
/// <param name="Issuer">The certificate's issuer; null where unknown.</param>
public sealed record Tls(string? Fingerprint = null, bool IsVerified = false, string? Subject = null, string? Issuer = null);
