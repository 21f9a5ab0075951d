using System.Net;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Names;

/// <summary>One authoritative name server: a knotd at an address of its own.</summary>
internal static class NameServer
{
    public const string FirstName = "ns1.names.example";
    public const string SecondName = "ns2.names.example";

    public static readonly IPAddress Root = IPAddress.Parse("198.51.100.1");
    public static readonly IPAddress Parents = IPAddress.Parse("198.51.100.2");
    public static readonly IPAddress First = IPAddress.Parse("198.51.100.11");
    public static readonly IPAddress Second = IPAddress.Parse("198.51.100.12");

    /// <summary>An address at which nothing ever answers.</summary>
    public static readonly IPAddress Silent = IPAddress.Parse("198.51.100.99");

    /// <summary>Starts one with zones whose files lie in a folder; it answers SERVFAIL for those whose file is missing.</summary>
    public static Task<Daemon> Start(string name, IPAddress address, string folder, IEnumerable<(string Domain, string File)> zones)
    {
        var own = ServersRoot.Folder($"names/{name}");
        ServersRoot.Write($"{own}/knot.conf",
            $"""
            server:
              rundir: {own}
              listen: {address}@53
              udp-workers: 1
              tcp-workers: 1
              background-workers: 1
            database:
              storage: {own}
            template:
              - id: default
                storage: {folder}
                zonefile-sync: -1
                zonefile-load: whole
                journal-content: none
            zone:
            {string.Join('\n', zones.Select(static z => $"  - domain: {(z.Domain.Length == 0 ? "." : z.Domain)}\n    file: {z.File}"))}
            """);
        return Daemon.Start($"knotd {name}", ServersRoot.Program("/usr/sbin/knotd", "-c", $"{own}/knot.conf"), new IPEndPoint(address, 53));
    }
}
