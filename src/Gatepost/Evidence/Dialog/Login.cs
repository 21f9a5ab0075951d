namespace Gatepost.Evidence.Dialog;

/// <summary>A login to try. The secret is never shown, written or compared for equality in output.</summary>
/// <param name="User">The authentication identity.</param>
/// <param name="Secret">The password, or for XOAUTH2 the access token.</param>
/// <param name="Mechanism">The SASL mechanism; null for the best that both sides know.</param>
public sealed record Login(string User, string Secret, string? Mechanism = null)
{
    /// <summary>Never the secret.</summary>
    public override string ToString() => $"{User} ({Mechanism ?? "any mechanism"})";
}
