using System.Net;
using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Settings;

/// <summary>What Postfix takes for its own addresses, and the mynetworks that it computes from them.</summary>
internal static class OwnNetworks
{
    private static readonly IPNetwork s_loopback4 = new(IPAddress.Parse("127.0.0.0"), 8);
    private static readonly IPNetwork s_loopback6 = new(IPAddress.IPv6Loopback, 128);

    /// <summary>The addresses that inet_interfaces names, with the networks they are in.</summary>
    public static List<(IPAddress Address, IPNetwork Network)> Interfaces(ReadingOptions options, string interfaces, string protocols)
    {
        var all = All(options).ToList();
        var kept = new List<(IPAddress, IPNetwork)>();
        foreach (var word in PostfixText.Words(interfaces, PostfixText.CommaBlanks))
        {
            if (word is "all") kept.AddRange(all);
            else if (word is "loopback-only") kept.AddRange(all.Where(static i => IPAddress.IsLoopback(i.Address)));
            else foreach (var address in Addresses(word, options)) kept.Add((address, NetworkOf(address, all)));
        }

        var families = PostfixText.Words(protocols, PostfixText.CommaBlanks);
        return [.. kept.Where(i => families.Contains("all") || families.Contains(!AddressKey.Of(i.Item1).IsV6 ? "ipv4" : "ipv6")).Distinct()];
    }

    /// <summary>The computed mynetworks.</summary>
    public static string Compute(ReadingOptions options, string interfaces, string protocols, string style)
    {
        var networks = Interfaces(options, interfaces, protocols).Select(i => style.ToLowerInvariant() switch
        {
            "host" => new IPNetwork(i.Address, AddressKey.Of(i.Address).Width),
            "class" when !AddressKey.Of(i.Address).IsV6 => Class(i.Address),
            _ => i.Network,
        });
        // Each ends in a blank, as Postfix has it.
        return string.Concat(networks.Distinct().OrderBy(static n => AddressKey.Of(n.BaseAddress).Width).Select(static n => Written(n) + " "));
    }

    private static string Written(IPNetwork network) =>
        !AddressKey.Of(network.BaseAddress).IsV6 ? network.ToString() : $"[{network.BaseAddress}]/{network.PrefixLength}";

    private static IEnumerable<(IPAddress Address, IPNetwork Network)> All(ReadingOptions options)
    {
        yield return (IPAddress.Loopback, s_loopback4);
        foreach (var network in options.Interfaces)
            if (network != s_loopback4 && !options.Addresses.Any(network.Contains)) yield return (network.BaseAddress, network);
        foreach (var address in options.Addresses)
            if (!IPAddress.IsLoopback(address)) yield return (address, Smallest(address, options.Interfaces));
        yield return (IPAddress.IPv6Loopback, s_loopback6);
    }

    private static IEnumerable<IPAddress> Addresses(string word, ReadingOptions options)
    {
        if (IPAddress.TryParse(word.Trim('[', ']'), out var address)) return [address];
        if (word.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        // A host name stands for this machine: which of its addresses, only its resolver knows.
        return All(options).Select(static i => i.Address).Where(static a => !IPAddress.IsLoopback(a));
    }

    private static IPNetwork NetworkOf(IPAddress address, List<(IPAddress Address, IPNetwork Network)> all) => Smallest(address, all.Select(static i => i.Network));

    private static IPNetwork Smallest(IPAddress address, IEnumerable<IPNetwork> networks)
    {
        var holding = networks.Where(n => n.Contains(address)).OrderByDescending(static n => n.PrefixLength).ToList();
        return holding.Count > 0 ? holding[0] : new IPNetwork(address, AddressKey.Of(address).Width);
    }

    private static IPNetwork Class(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var length = bytes[0] switch { < 128 => 8, < 192 => 16, < 224 => 24, _ => 32 };
        for (var i = length / 8; i < 4; i++) bytes[i] = 0;
        return new IPNetwork(new IPAddress(bytes), length);
    }
}
