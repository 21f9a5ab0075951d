using System.Net;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>Cuts the client addresses, IPv4 and IPv6, at the ends of networks.</summary>
internal static class ClientCells
{
    // Addresses for documentation (RFC 5737, RFC 3849) make the best examples.
    private static readonly AddressKey[] Preferred = [.. new[] { "203.0.113.7", "198.51.100.7", "192.0.2.7", "2001:db8::7" }.Select(static a => AddressKey.Of(IPAddress.Parse(a)))];

    /// <summary>One address of every range that no network begins or ends in, with its rank.</summary>
    public static IEnumerable<(IPAddress Value, int Rank)> Of(IEnumerable<IPNetwork> networks) => Ranges(networks).Select(static r => Example(r.First.IsV6, r.First.Bits, r.Last.Bits));

    /// <summary>The ranges that no network begins or ends in; all addresses, in order, IPv4 first.</summary>
    public static IEnumerable<(AddressKey First, AddressKey Last)> Ranges(IEnumerable<IPNetwork> networks)
    {
        var starts = new SortedSet<(bool IsV6, UInt128 At)> { (false, 0), (true, 0) };
        foreach (var network in networks)
        {
            var (first, last) = Ends(network);
            starts.Add((first.IsV6, first.Bits));
            if (last.Bits != Greatest(last.IsV6)) starts.Add((last.IsV6, last.Bits + 1));
        }

        var ordered = starts.ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            var (isV6, start) = ordered[i];
            var end = i + 1 < ordered.Count && ordered[i + 1].IsV6 == isV6 ? ordered[i + 1].At - 1 : Greatest(isV6);
            yield return (new AddressKey(isV6, start), new AddressKey(isV6, end));
        }
    }

    /// <summary>The first and the last address of a network.</summary>
    public static (AddressKey First, AddressKey Last) Ends(IPNetwork network)
    {
        var first = AddressKey.Of(network.BaseAddress);
        var length = network.BaseAddress.IsIPv4MappedToIPv6 ? Math.Max(0, network.PrefixLength - 96) : network.PrefixLength;
        var host = first.Width - length;
        var last = host >= 128 ? UInt128.MaxValue : first.Bits | ((UInt128.One << host) - 1);
        return (first, first with { Bits = last });
    }

    /// <summary>The greatest address of a family.</summary>
    public static UInt128 Greatest(bool isV6) => isV6 ? UInt128.MaxValue : uint.MaxValue;

    private static (IPAddress, int) Example(bool isV6, UInt128 start, UInt128 end)
    {
        for (var i = 0; i < Preferred.Length; i++)
            if (Preferred[i].IsV6 == isV6 && start <= Preferred[i].Bits && Preferred[i].Bits <= end) return (Preferred[i].ToAddress(), i);
        // The address of a network itself looks odd as a client.
        var one = start + (end - start >= 2 ? UInt128.One : 0);
        return (new AddressKey(isV6, one).ToAddress(), isV6 ? 20 : 10);
    }
}
