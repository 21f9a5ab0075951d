using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatepost.Lab.Smtp;

/// <summary>Self-signed certificates, made when they are first needed and kept for the life of the process.</summary>
internal static class LabCertificates
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2099, 12, 31, 0, 0, 0, TimeSpan.Zero);
    private static readonly ConcurrentDictionary<string, X509Certificate2> Made = new(StringComparer.Ordinal);

    /// <summary>A certificate that names the hosts.</summary>
    public static X509Certificate2 For(IReadOnlyList<string> hosts) => Made.GetOrAdd(string.Join(' ', hosts), Make);

    private static X509Certificate2 Make(string hosts)
    {
        var names = hosts.Split(' ');
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names) alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        return request.CreateSelfSigned(From, To);
    }
}
