namespace Gatepost.Evidence.Dialog.Sasl;

/// <summary>The mechanisms that are known, the best first, and the choice among them.</summary>
internal static class SaslMechanisms
{
    /// <summary>Chosen in this order where the login names none. XOAUTH2 is only ever named: its secret is no password.</summary>
    private static readonly string[] Passwords = ["SCRAM-SHA-256", "CRAM-MD5", "PLAIN", "LOGIN"];

    /// <summary>Chooses the mechanism for a login.</summary>
    /// <param name="login">The login.</param>
    /// <param name="offered">What the server offers, upper case.</param>
    /// <param name="isPrivate">True under TLS and on loopback: nobody else reads the wire.</param>
    /// <param name="problem">Why there is none, as half a sentence.</param>
    public static ISaslMechanism? Choose(Login login, IReadOnlyList<string> offered, bool isPrivate, out string? problem)
    {
        problem = null;
        if (offered.Count == 0)
        {
            problem = "AUTH is not offered";
            return null;
        }

        var wanted = login.Mechanism?.ToUpperInvariant();
        if (wanted is not null && Create(wanted, login) is null)
        {
            problem = $"the mechanism {wanted} is not known here";
            return null;
        }

        var isHeldBack = false;
        foreach (var name in wanted is null ? Passwords : [wanted])
        {
            if (!offered.Contains(name) || Create(name, login) is not { } mechanism) continue;
            if (isPrivate || !mechanism.ShowsSecret) return mechanism;
            isHeldBack = true;
        }

        problem = isHeldBack ? "without TLS no mechanism that shows the secret is used"
            : wanted is null ? "no mechanism that is known here is offered" : $"the mechanism {wanted} is not offered";
        return null;
    }

    private static ISaslMechanism? Create(string name, Login login) => name switch
    {
        "SCRAM-SHA-256" => ScramSha256.WithFreshNonce(login),
        "CRAM-MD5" => new CramMd5(login),
        "PLAIN" => new Plain(login),
        "LOGIN" => new LoginMechanism(login),
        "XOAUTH2" => new XOAuth2(login),
        _ => null,
    };
}
