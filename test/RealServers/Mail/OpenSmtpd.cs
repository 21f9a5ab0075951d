using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Mail;

/// <summary>OpenSMTPD. Its socket and its queue have fixed places, so each gets mounts of its own for them.</summary>
/// <remarks>
/// It offers a login under TLS only, and that of Debian 12 (6.8.0p2 with OpenSSL 3) fails every handshake ("missing private
/// key"): whoever probes it sees STARTTLS and nothing more.
/// </remarks>
internal sealed class OpenSmtpd(string host) : MailServer(host)
{
    /// <summary>True where nothing is heard at the login ports before a login.</summary>
    public bool DemandsLogin { get; init; }

    private const string Own = "/var/lib/smtpd";

    protected override async Task<IReadOnlyList<IDisposable>> Start(string folder)
    {
        if (LoginPorts.Count > 0) WriteCertificate(folder);
        ServersRoot.Write($"{folder}/smtpd.conf",
            $$"""
            {{(LoginPorts.Count > 0 ? $"pki {Host} cert \"{Own}/certificate\"\npki {Host} key \"{Own}/key\"" : "")}}
            table users { nobody = nobody }
            table domains { {{string.Join(", ", Domains.DefaultIfEmpty("localhost"))}} }
            table networks { {{string.Join(", ", ["127.0.0.0/8", .. Networks])}} }
            {{string.Join('\n', Ports.Select(Listener))}}
            action "in" maildir "/tmp/mail" virtual { "@" = nobody }
            action "out" relay
            {{Extra}}
            match from any for domain <domains> action "in"
            match from src <networks> for any action "out"
            match auth from any for any action "out"

            """);
        var root = ServersRoot.Outside("");
        return [await Launch(ServersRoot.Start("unshare", "--mount", "/bin/sh", "-euc",
            $"""
            mkdir -p {root}{Own}
            mount --bind {root}{folder} {root}{Own}
            mount -t tmpfs -o mode=755 tmpfs {root}/run
            mount -t tmpfs -o mode=755 tmpfs {root}/var/spool
            mkdir -m 711 {root}/var/spool/smtpd
            exec chroot {root} /usr/sbin/smtpd -d -f {Own}/smtpd.conf
            """))];
    }

    private string Listener(int port) =>
        $"listen on {Address} port {port} hostname {Host}{(LoginPorts.Contains(port) ? $" tls pki {Host} {(DemandsLogin ? "auth" : "auth-optional")} <users>" : "")}";

    private void WriteCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        ServersRoot.Write($"{folder}/certificate", certificate.ExportCertificatePem());
        ServersRoot.Write($"{folder}/key", key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(ServersRoot.Outside($"{folder}/key"), UnixFileMode.UserRead);
    }
}
