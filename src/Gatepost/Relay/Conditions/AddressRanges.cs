using System.Collections.Immutable;

namespace Gatepost.Relay.Conditions;

/// <summary>Networks in order of precedence, cut into ranges that do not overlap: each knows the first network that holds it.</summary>
internal sealed class AddressRanges
{
    private readonly (uint[] Starts, int[] Entries) _v4;
    private readonly (UInt128[] Starts, int[] Entries) _v6;

    public AddressRanges(ImmutableArray<NetworkEntry> entries)
    {
        var (starts4, entries4) = Cut(entries, isV6: false);
        _v4 = ([.. starts4.Select(static s => (uint)s)], entries4);
        _v6 = Cut(entries, isV6: true);
    }

    /// <summary>The index of the first network that holds the address; -1 where none does.</summary>
    public int Find(AddressKey address) => address.IsV6 ? Find(_v6, address.Bits) : Find(_v4, (uint)address.Bits);

    private static int Find<T>((T[] Starts, int[] Entries) ranges, T address)
        where T : IComparable<T>
    {
        var at = Array.BinarySearch(ranges.Starts, address);
        if (at < 0) at = ~at - 1;
        return at < 0 ? -1 : ranges.Entries[at];
    }

    // A sweep over the ends of all networks; among those open at a point the one with the least index holds it.
    private static (UInt128[] Starts, int[] Entries) Cut(ImmutableArray<NetworkEntry> entries, bool isV6)
    {
        var events = new List<(UInt128 At, bool Opens, int Index)>();
        for (var i = 0; i < entries.Length; i++)
        {
            var first = AddressKey.Of(entries[i].Network.BaseAddress);
            var length = entries[i].Network.PrefixLength;
            if (entries[i].Network.BaseAddress.IsIPv4MappedToIPv6) length = Math.Max(0, length - 96);
            if (first.IsV6 != isV6) continue;
            var host = first.Width - length;
            var last = host >= 128 ? UInt128.MaxValue : first.Bits + ((UInt128.One << host) - 1);
            events.Add((first.Bits, true, i));
            if (last != (isV6 ? UInt128.MaxValue : uint.MaxValue)) events.Add((last + 1, false, i));
        }

        events.Sort(static (a, b) => a.At.CompareTo(b.At));
        var open = new SortedSet<int>();
        List<UInt128> starts = [];
        List<int> holders = [];
        for (var i = 0; i < events.Count;)
        {
            var at = events[i].At;
            for (; i < events.Count && events[i].At == at; i++)
                if (events[i].Opens) open.Add(events[i].Index);
                else open.Remove(events[i].Index);
            var holder = open.Count == 0 ? -1 : open.Min;
            if (holders.Count > 0 ? holders[^1] == holder : holder < 0) continue;
            starts.Add(at);
            holders.Add(holder);
        }

        return ([.. starts], [.. holders]);
    }
}
