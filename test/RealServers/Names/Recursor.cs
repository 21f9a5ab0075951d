using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Names;

/// <summary>The validating recursor that every program of the run asks, as <c>/etc/resolv.conf</c> tells it.</summary>
internal static class Recursor
{
    public static readonly IPEndPoint Address = new(IPAddress.Loopback, 53);

    public static Task<Daemon> Start(string folder)
    {
        var own = ServersRoot.Folder("names/unbound");
        ServersRoot.Write($"{own}/hints", $". 3600 NS a.root.\na.root. 3600 A {NameServer.Root}\n");
        ServersRoot.Write($"{own}/unbound.conf",
            $"""
            server:
              interface: {Address.Address}
              access-control: 0.0.0.0/0 allow
              directory: {own}
              root-hints: hints
              trust-anchor-file: {folder}/anchor.key
              pidfile: ""
              username: ""
              chroot: ""
              use-syslog: no
              logfile: ""
              do-ip6: no
              num-threads: 1
              ede: yes
              module-config: "validator iterator"
              do-not-query-localhost: no
              local-zone: "2.0.192.in-addr.arpa." nodefault
              local-zone: "100.51.198.in-addr.arpa." nodefault
              local-zone: "113.0.203.in-addr.arpa." nodefault
            remote-control:
              control-enable: no
            """);
        return Daemon.Start("unbound", ServersRoot.Program("/usr/sbin/unbound", "-d", "-p", "-c", $"{own}/unbound.conf"), Address);
    }
}
