using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatepost.Evidence.Dialog;

/// <summary>What a certificate says of itself, read with care: its maker may be an enemy.</summary>
internal sealed record CertificateFacts(string Subject, string Issuer, IReadOnlyList<string> Names, DateTimeOffset NotBefore, DateTimeOffset NotAfter, string? ChainProblem)
{
    private const int MostNames = 200;
    private const string CommonName = "2.5.4.3";

    /// <summary>Reads a certificate; null where it cannot be read.</summary>
    /// <param name="certificate">The one that the server showed.</param>
    /// <param name="chain">What the system's trust store makes of it; null where that was not asked for.</param>
    public static CertificateFacts? Of(X509Certificate2 certificate, X509Chain? chain)
    {
        try
        {
            return new CertificateFacts(certificate.Subject, certificate.Issuer, [.. NamesOf(certificate).Take(MostNames)],
                certificate.NotBefore, certificate.NotAfter, ProblemOf(chain));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static List<string> NamesOf(X509Certificate2 certificate)
    {
        var alternatives = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault()?.EnumerateDnsNames().ToList();
        if (alternatives is { Count: > 0 }) return alternatives;
        return [.. certificate.SubjectName.EnumerateRelativeDistinguishedNames()
            .Where(static part => !part.HasMultipleElements && part.GetSingleElementType().Value == CommonName)
            .Select(static part => part.GetSingleElementValue()).OfType<string>()];
    }

    private static string? ProblemOf(X509Chain? chain)
    {
        if (chain is null) return null;
        var status = chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status);
        return status switch
        {
            X509ChainStatusFlags.NoError => null,
            _ when status.HasFlag(X509ChainStatusFlags.NotTimeValid) => "expired or not yet valid",
            _ when status.HasFlag(X509ChainStatusFlags.UntrustedRoot) => chain.ChainElements.Count == 1 ? "self-signed" : "its root is not trusted",
            _ when status.HasFlag(X509ChainStatusFlags.PartialChain) => "its issuer is not known: an intermediate certificate may be missing",
            _ => status.ToString(),
        };
    }
}
