using System.Net;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>Writes ranges of addresses as networks.</summary>
internal static class NetworkRange
{
    /// <summary>The fewest networks that hold exactly the addresses from one to another.</summary>
    public static IEnumerable<IPNetwork> Cover(AddressKey first, AddressKey last)
    {
        var width = first.Width;
        for (var at = first.Bits; ;)
        {
            // The largest network that begins here and does not go beyond the end.
            var bits = at == 0 ? width : Math.Min(width, (int)UInt128.TrailingZeroCount(at));
            while (bits > 0 && Last(at, bits) > last.Bits) bits--;
            yield return new IPNetwork(new AddressKey(first.IsV6, at).ToAddress(), width - bits);
            var end = Last(at, bits);
            if (end >= last.Bits) yield break;
            at = end + 1;
        }
    }

    private static UInt128 Last(UInt128 first, int bits) => bits >= 128 ? UInt128.MaxValue : first + ((UInt128.One << bits) - 1);
}
