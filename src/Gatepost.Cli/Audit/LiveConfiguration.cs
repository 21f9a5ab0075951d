using System.Net;
using System.Net.NetworkInformation;
using Gatepost.Mta;

namespace Gatepost.Cli.Audit;

/// <summary>Tells this machine's own configuration from a copy: only that one goes with this machine's addresses, name and other files.</summary>
internal static class LiveConfiguration
{
    private static readonly string[] Places = ["/etc", "/usr/local/etc", "/usr/exim", "/opt/local/etc"];

    public static bool Is(string path) => path != "-" && Places.Any(p => Path.GetFullPath(path) is var full && (full == p || full.StartsWith(p + "/", StringComparison.Ordinal)));

    /// <summary>What the readers are told of this machine, where the configuration is its own.</summary>
    public static ReadingOptions Reading(string path) => Is(path)
        ? new ReadingOptions { Interfaces = [.. Addresses().Select(static a => a.Network)], Addresses = [.. Addresses().Select(static a => a.Address)], HostName = Environment.MachineName }
        : new ReadingOptions();

    private static (IPAddress Address, IPNetwork Network)[] Addresses() =>
    [
        .. NetworkInterface.GetAllNetworkInterfaces().SelectMany(static n => n.GetIPProperties().UnicastAddresses)
            .Select(static a => (a.Address, Network: NetworkText.Masked(a.Address, a.PrefixLength)))
            .Where(static a => a.Network is not null)
            .Select(static a => (a.Address, a.Network!.Value)),
    ];
}
