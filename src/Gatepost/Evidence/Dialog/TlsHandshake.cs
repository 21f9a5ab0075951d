using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatepost.Evidence.Dialog;

/// <summary>
/// Goes under TLS with a server whatever its certificate is like, and keeps the facts about it. Never goes on-line for a chain.
/// <see cref="SslStream"/> tells of faults by exceptions: they end here.
/// </summary>
internal sealed class TlsHandshake(string host, bool isChainValidated)
{
    private CertificateFacts? _certificate;

    /// <summary>The stream under TLS, or what went wrong as half a sentence.</summary>
    public async ValueTask<(SslStream? Stream, string? Problem)> Run(Socket socket)
    {
        SslStream? stream = null;
        try
        {
            stream = new SslStream(new NetworkStream(socket, ownsSocket: false), leaveInnerStreamOpen: false);
            await stream.AuthenticateAsClientAsync(Options()).ConfigureAwait(false);
            return (stream, null);
        }
        catch (Exception e) when (IsExpected(e))
        {
            if (stream is not null) await stream.DisposeAsync().ConfigureAwait(false);
            return (null, Problem(e));
        }
    }

    /// <summary>What was agreed on.</summary>
    public TlsSession Session(SslStream stream) => new()
    {
        Protocol = Name(stream.SslProtocol),
        CipherSuite = stream.NegotiatedCipherSuite.ToString(),
        Subject = _certificate?.Subject,
        Issuer = _certificate?.Issuer,
        Names = _certificate?.Names ?? [],
        NotBefore = _certificate?.NotBefore,
        NotAfter = _certificate?.NotAfter,
        NamesTheHost = _certificate?.Names.Any(name => HostPattern.Matches(name, host)) ?? false,
        ChainProblem = _certificate?.ChainProblem,
    };

    /// <summary>Reads; 0 at the end of the stream, -1 where it broke.</summary>
    public static async ValueTask<int> Read(SslStream stream, Memory<byte> into)
    {
        try
        {
            return await stream.ReadAsync(into).ConfigureAwait(false);
        }
        catch (Exception e) when (IsExpected(e))
        {
            return -1;
        }
    }

    /// <summary>Writes; where the connection is gone, the next read shows it.</summary>
    public static async ValueTask Write(SslStream stream, ReadOnlyMemory<byte> octets)
    {
        try
        {
            await stream.WriteAsync(octets).ConfigureAwait(false);
        }
        catch (Exception e) when (IsExpected(e))
        {
            // Seen by the next read.
        }
    }

    private SslClientAuthenticationOptions Options() => new()
    {
        TargetHost = IPAddress.TryParse(host.Trim('[', ']'), out _) ? "" : host.TrimEnd('.'),
        CertificateRevocationCheckMode = X509RevocationMode.NoCheck,
        CertificateChainPolicy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            // An empty store of our own spares the reading of the system's.
            TrustMode = isChainValidated ? X509ChainTrustMode.System : X509ChainTrustMode.CustomRootTrust,
        },
#pragma warning disable CA5359 // Nothing is entrusted to the server: what its certificate is like is what is to be found out.
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
        {
            if (certificate is X509Certificate2 shown) _certificate = CertificateFacts.Of(shown, isChainValidated ? chain : null);
            return true;
        },
#pragma warning restore CA5359
    };

    private static string Name(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls13 => "TLSv1.3",
        SslProtocols.Tls12 => "TLSv1.2",
#pragma warning disable SYSLIB0039, CA5397 // What a server speaks is to be named, also where it is old.
        SslProtocols.Tls11 => "TLSv1.1",
        SslProtocols.Tls => "TLSv1",
#pragma warning restore SYSLIB0039, CA5397
        _ => protocol.ToString(),
    };

    // OpenSSL's own words stand innermost: error:0A00010B:SSL routines::wrong version number.
    private static string? Problem(Exception fault)
    {
        while (fault.InnerException is { } inner) fault = inner;
        if (fault is SocketException) return "the connection was reset during the handshake";
        var words = fault.Message;
        if (words.StartsWith("error:", StringComparison.Ordinal)) return words[(words.LastIndexOf(':') + 1)..];
        return fault is IOException ? "the server closed during the handshake" : null;
    }

    private static bool IsExpected(Exception fault) =>
        fault is IOException or AuthenticationException or SocketException or ObjectDisposedException or InvalidOperationException
            or CryptographicException or ArgumentException or OperationCanceledException;
}
