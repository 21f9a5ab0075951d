using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.OpenSmtpd;

/// <summary>A real OpenSMTPD with a generated configuration, at an address of its own.</summary>
internal static class SmtpdServer
{
    /// <summary>Where the configuration's files lie as the server sees them.</summary>
    public const string Folder = "/var/lib/smtpd";

    /// <summary>The name that the server takes from the root's <c>/etc/mailname</c>.</summary>
    public const string HostName = "real";

    /// <summary>The system's users of the root.</summary>
    public static string Passwd => File.ReadAllText(ServersRoot.Outside("/etc/passwd"));

    /// <summary>Starts it and waits for its ports. A configuration that it does not take is an <see cref="InvalidOperationException"/> with what it says.</summary>
    public static Task<Daemon> Start(SmtpdCase @case, IPAddress address, IPAddress names)
    {
        var folder = ServersRoot.Folder($"smtpd/{address}");
        foreach (var (name, text) in @case.Files) ServersRoot.Write($"{folder}/{name}", text);
        ServersRoot.Write($"{folder}/smtpd.conf", @case.Text(address));
        ServersRoot.Write($"{folder}/resolv.conf", $"nameserver {names}\noptions timeout:10 attempts:3\n");
        var root = ServersRoot.Outside("");
        var start = ServersRoot.Start("unshare", "--mount", "/bin/sh", "-euc",
            $"""
            mkdir -p {root}{Folder}
            mount --bind {root}{folder} {root}{Folder}
            mount --bind {root}{folder}/resolv.conf {root}/etc/resolv.conf
            mount -t tmpfs -o mode=755 tmpfs {root}/run
            mount -t tmpfs -o mode=755 tmpfs {root}/var/spool
            mkdir -m 711 {root}/var/spool/smtpd
            exec chroot {root} /usr/sbin/smtpd -d -f {Folder}/smtpd.conf
            """);
        return Daemon.Start("smtpd", start, [.. @case.EndPoints(address)]);
    }
}
