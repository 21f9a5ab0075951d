using System.Net;
using System.Net.NetworkInformation;
using Gatepost.Evidence;
using Gatepost.Smtp;

namespace Gatepost.Cli.Probe;

/// <summary>Under which name a probe says EHLO (RFC 5321 section 4.1.4): the user's own, never the target's or an invented one.</summary>
internal static class HeloName
{
    /// <summary>The environment variable that holds the name where no option gives it.</summary>
    public const string Variable = "GATEPOST_HELO";

    /// <summary>Why the name cannot be used; null where it can.</summary>
    public static string? Problem(string name) =>
        name.StartsWith('[') ? (ProbeServer.TryParse(name, out var server, out _) && server is { Address: not null, Port: null } ? null : "an address literal is written [192.0.2.1] or [IPv6:2001:db8::1]")
        : DomainName.TryParse(name, out var host, out var problem) ? host.IsSingleLabel ? "a full host name is expected, such as mail.example.com" : null
        : problem.Message;

    /// <summary>True where the name is the target's own.</summary>
    public static bool IsTargets(string name, ProbeTarget target) =>
        DomainName.Parse(name) is { } host && (host.Ascii == target.Domain || host.Ascii == target.Server?.Host);

    /// <summary>This machine's full name if it has one, else a literal of its address.</summary>
    public static string Own(IPAddress? source, IEnumerable<ProbeTarget> targets)
    {
        var name = MachineName();
        return name is not null && Problem(name) is null && !targets.Any(t => IsTargets(name, t)) ? name : Literal(source ?? OwnAddress());
    }

    private static string Literal(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[IPv6:{address}]" : $"[{address}]";

    // The host name where it is a full one, else the name that /etc/hosts gives it, as hostname --fqdn does.
    private static string? MachineName()
    {
        var name = Environment.MachineName;
        if (name.Contains('.', StringComparison.Ordinal) || OperatingSystem.IsWindows()) return name;
        try
        {
            foreach (var line in File.ReadLines("/etc/hosts").Take(1000))
            {
                var words = line.Split('#')[0].Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
                if (words.Length > 2 && words.AsSpan(2).Contains(name) && words[1].Contains('.', StringComparison.Ordinal)) return words[1];
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Then there is no better name.
        }

        return null;
    }

    private static IPAddress OwnAddress()
    {
        try
        {
            var addresses = NetworkInterface.GetAllNetworkInterfaces()
                .Where(static i => i.OperationalStatus == OperationalStatus.Up && i.NetworkInterfaceType != NetworkInterfaceType.Loopback)
                .SelectMany(static i => i.GetIPProperties().UnicastAddresses.Select(static a => a.Address))
                .Where(static a => !a.IsIPv6LinkLocal && !IPAddress.IsLoopback(a));
            return addresses.OrderBy(static a => a.AddressFamily).FirstOrDefault() ?? IPAddress.Loopback;
        }
        catch (NetworkInformationException)
        {
            return IPAddress.Loopback;
        }
    }
}
