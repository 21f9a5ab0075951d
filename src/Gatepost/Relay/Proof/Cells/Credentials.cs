namespace Gatepost.Relay.Proof.Cells;

/// <summary>Tells how a client has shown who it is.</summary>
internal static class Credentials
{
    public static CredentialKind Of(Login? login) => login is null or { Mechanism: "ANONYMOUS" } ? CredentialKind.None : CredentialKind.Named;

    public static CredentialKind Of(Tls? tls, LeafMarks marks) => tls switch
    {
        { Fingerprint: { } print } when Names(marks, print) => CredentialKind.Named,
        { IsVerified: true } => Names(marks, tls.Subject) || Names(marks, tls.Issuer) ? CredentialKind.Named : CredentialKind.Verified,
        _ => CredentialKind.None,
    };

    private static bool Names(LeafMarks marks, string? text) => text is not null && marks.Texts.Contains(text.ToLowerInvariant());
}
