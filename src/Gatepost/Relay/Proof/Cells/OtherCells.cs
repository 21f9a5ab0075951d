namespace Gatepost.Relay.Proof.Cells;

/// <summary>Values that stand for all client names, HELO names, encryptions and logins.</summary>
internal static class OtherCells
{
    // All that are in use (IANA, SASL mechanisms); an unknown one stands for the rest.
    private static readonly string[] Mechanisms = ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "EXTERNAL", "GSSAPI", "NTLM", "XOAUTH2", "OAUTHBEARER", "ANONYMOUS", "X-OTHER"];

    public static IEnumerable<(ClientName Value, int Rank)> Names(IEnumerable<(string Value, int Rank)> texts)
    {
        yield return (ClientName.Missing, 0);
        yield return (new ClientName(NameStatus.Temporary, null), 2_000);
        foreach (var (text, rank) in texts)
        {
            yield return (ClientName.Verified(text), 10 + rank);
            yield return (new ClientName(NameStatus.Forged, text), 1_000 + rank);
            yield return (new ClientName(NameStatus.Temporary, text), 2_000 + rank);
        }
    }

    // Servers take no HELO without a name: whoever can show the same by saying none at all does so.
    public static IEnumerable<(string? Value, int Rank)> Helos(IEnumerable<(string Value, int Rank)> texts)
    {
        foreach (var (text, rank) in texts) yield return (text, text.Length > 0 ? rank : 5_000);
        yield return (null, 600);
    }

    public static IEnumerable<(Login? Value, int Rank)> Logins(IEnumerable<(string Value, int Rank)> texts, IReadOnlyCollection<string> named)
    {
        yield return (null, -1);
        string[] mechanisms = [.. Mechanisms.Union(named)];
        foreach (var (text, rank) in texts)
            for (var i = 0; i < mechanisms.Length; i++) yield return (new Login(text, mechanisms[i]), i + (rank * mechanisms.Length));
    }

    /// <summary>Every combination of the texts of a certificate.</summary>
    public static IEnumerable<(Tls? Value, int Rank)> Certificates(IReadOnlyList<(string? Value, int Rank)> fingerprints, IReadOnlyList<(string? Value, int Rank)> subjects, IReadOnlyList<(string? Value, int Rank)> issuers)
    {
        yield return (null, 0);
        yield return (new Tls(), 1);
        yield return (new Tls(IsVerified: true), 2);
        foreach (var (fingerprint, rank) in fingerprints)
            foreach (var (subject, more) in subjects)
                foreach (var (issuer, most) in issuers)
                    foreach (var verified in (bool[])[false, true]) yield return (new Tls(fingerprint, verified, subject, issuer), 10 + rank + more + most);
    }
}
