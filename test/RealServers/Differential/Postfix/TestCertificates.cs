using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatepost.Relay;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Certificates of a run: the server's, and those of two clients, of whom one has the authority's signature.</summary>
internal static class TestCertificates
{
    public const string ServerFile = "server.pem";
    public const string AuthorityFile = "authority.pem";

    private static readonly X509Certificate2 s_authority = Make("authority", null);

    private static readonly X509Certificate2[] s_clients = [Make("known", s_authority), Make("stranger", null)];

    /// <summary>The files that a configuration names.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        [ServerFile] = s_authority.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem() + "\n" + s_authority.ExportCertificatePem() + "\n",
        [AuthorityFile] = s_authority.ExportCertificatePem() + "\n",
    };

    /// <summary>Every fingerprint of a client that a configuration may name, by any digest.</summary>
    public static string[] Fingerprints { get; } = [.. from c in s_clients from d in new[] { "sha256", "sha256", "sha1", "md5" } select Fingerprint(c, d)];

    /// <summary>The encryption of a session with a client's certificate.</summary>
    public static Tls Session(int client, string digest)
    {
        var certificate = s_clients[client];
        return new Tls(Fingerprint(certificate, digest), client == 0, certificate.Subject, certificate.Issuer);
    }

    /// <summary>The client certificate with a fingerprint.</summary>
    public static X509Certificate2 WithFingerprint(string fingerprint) => s_clients.First(c => new[] { "sha256", "sha1", "md5" }.Any(d => Fingerprint(c, d) == fingerprint));

#pragma warning disable CA5350, CA5351 // Postfix may be told to use these.
    private static string Fingerprint(X509Certificate2 certificate, string digest)
    {
        var hash = digest switch { "md5" => MD5.HashData(certificate.RawData), "sha1" => SHA1.HashData(certificate.RawData), _ => SHA256.HashData(certificate.RawData) };
        return string.Join(':', hash.Select(static b => b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture)));
    }
#pragma warning restore CA5350, CA5351

    private static X509Certificate2 Make(string name, X509Certificate2? signer)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(signer is null, false, 0, true));
        var (from, to) = (DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(100));
        if (signer is null) return request.CreateSelfSigned(from, to);
        using var signed = request.Create(signer, from.AddDays(1), to.AddDays(-1), [1, 2, 3]);
        return signed.CopyWithPrivateKey(key);
    }
}
