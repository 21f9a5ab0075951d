using System.Net;
using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>A range of addresses: <c>192.0.2.1</c>, <c>192.0.2.0/24</c>, <c>192.0.2.1-192.0.2.9</c>.</summary>
/// <param name="First">The first address.</param>
/// <param name="Last">The last.</param>
internal readonly record struct ExchangeRange(AddressKey First, AddressKey Last)
{
    /// <summary>How many addresses less one: of the ranges that hold a client the smallest wins.</summary>
    public UInt128 Size => Last.Bits - First.Bits;

    /// <summary>Reads one; null where it is none.</summary>
    public static ExchangeRange? Read(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash >= 0)
        {
            if (!IPAddress.TryParse(text[..dash], out var first) || !IPAddress.TryParse(text[(dash + 1)..], out var last)) return null;
            var (low, high) = (AddressKey.Of(first), AddressKey.Of(last));
            return low.IsV6 == high.IsV6 && low.Bits <= high.Bits ? new ExchangeRange(low, high) : null;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address)) return null;
        var key = AddressKey.Of(address);
        var bits = key.Width;
        if (slash >= 0 && (!int.TryParse(text.AsSpan(slash + 1), out bits) || bits < 0 || bits > key.Width)) return null;
        var host = bits == key.Width ? UInt128.Zero : key.Width - bits >= 128 ? UInt128.MaxValue : (UInt128.One << (key.Width - bits)) - 1;
        return new ExchangeRange(key with { Bits = key.Bits & ~host }, key with { Bits = key.Bits | host });
    }

    /// <summary>The networks that the range is made of.</summary>
    public IEnumerable<IPNetwork> Networks()
    {
        var at = First.Bits;
        while (true)
        {
            var host = 0;
            while (host < First.Width && (at & ((UInt128.One << host) - 1 | (UInt128.One << host))) == 0 && Fits(at, host + 1)) host++;
            yield return new IPNetwork((First with { Bits = at }).ToAddress(), First.Width - host);
            var end = End(at, host);
            if (end >= Last.Bits) yield break;
            at = end + 1;
        }
    }

    private bool Fits(UInt128 at, int host) => End(at, host) <= Last.Bits;

    private static UInt128 End(UInt128 at, int host) => host >= 128 ? UInt128.MaxValue : at + ((UInt128.One << host) - 1);
}
