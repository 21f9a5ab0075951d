using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.OpenSmtpd.Policies;

/// <summary>The machine that the server runs on: its addresses, names and users.</summary>
internal sealed class SmtpdHost
{
    /// <summary>The key under which <see cref="ReadingOptions.Snapshots"/> holds the system's users.</summary>
    public const string Passwd = "passwd";

    public SmtpdHost(ReadingOptions options)
    {
        Options = options;
        Addresses = [.. Own(options).Distinct()];
        Local = new ClientIn("local", [.. Addresses.Select(static a => new NetworkEntry(a, 1, a.ToString(), Origin.Default))]);
        LocalNames = [.. Names(options).Select(static n => new SmtpdEntry(n.ToLowerInvariant(), null, Origin.Default)).DistinctBy(static e => e.Key)];
        if (options.Snapshots.TryGetValue(Passwd, out var passwd)) Users = Read(passwd);
    }

    public ReadingOptions Options { get; }

    /// <summary>Its addresses, loopback among them.</summary>
    public ImmutableArray<IPNetwork> Addresses { get; }

    /// <summary><c>from local</c>.</summary>
    public ClientIn Local { get; }

    /// <summary><c>for local</c>.</summary>
    public ImmutableArray<SmtpdEntry> LocalNames { get; }

    /// <summary>The system's users; null where they are not known.</summary>
    public FrozenSet<string>? Users { get; }

    // Where only the networks are known, all of their addresses count as own ones.
    private static IEnumerable<IPNetwork> Own(ReadingOptions options) =>
        (options.Addresses.IsEmpty ? options.Interfaces : options.Addresses.Select(static a => new IPNetwork(a, a.GetAddressBytes().Length * 8)))
            .Append(new IPNetwork(IPAddress.Loopback, 32)).Append(new IPNetwork(IPAddress.IPv6Loopback, 128));

    // Up to 6.8 an IPv4 address in square brackets is one of the machine's names.
    private static IEnumerable<string> Names(ReadingOptions options)
    {
        yield return "localhost";
        yield return options.HostName;
        var old = SmtpdVersion.Of(options) < 700;
        foreach (var network in Own(options))
        {
            var address = network.BaseAddress;
            if (address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6)
            {
                yield return $"[{address}]";
                if (!old) continue;
                yield return $"[[{address}]]";
                yield return $"[ipv6:[{address}]]";
            }
            else
            {
                yield return address.ToString();
                if (old) yield return $"[{address}]";
            }
        }
    }

    private static FrozenSet<string> Read(string passwd)
    {
        var users = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in passwd.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty || line[0] == '#') continue;
            var end = line.IndexOfAny(" \t:");
            users.Add((end < 0 ? line : line[..end]).ToString());
        }

        return users.ToFrozenSet(StringComparer.Ordinal);
    }
}
