using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// Finds any of a few dozen literals in bytes in one pass (the Teddy algorithm of Hyperscan). Every literal is known by
/// its rarest three bytes in a row, its anchor; the anchors are spread over eight buckets, one bit each. For each of the
/// three places two tables, by low and by high half of a byte, tell in which buckets that byte can stand there: the AND
/// of all six, looked up for 16 or 32 positions at once, leaves few positions to compare in full.
/// </summary>
internal sealed class NeedleFinder
{
    private const int Places = 3;
    private const int Buckets = 8;
    private readonly (byte[] Needle, int Anchor)[][] _buckets = new (byte[], int)[Buckets][];
    private readonly Vector128<byte>[] _low = new Vector128<byte>[Places];
    private readonly Vector128<byte>[] _high = new Vector128<byte>[Places];

    private readonly bool _isWide;

    /// <param name="needles">At least one; each of three bytes or more.</param>
    /// <param name="allowWide">False to search 16 positions at a time where 32 are possible.</param>
    public NeedleFinder(IEnumerable<string> needles, bool allowWide = true)
    {
        _isWide = Avx2.IsSupported && allowWide;
        var all = needles.Distinct().Select(Encoding.ASCII.GetBytes).Select(static needle => (Needle: needle, Anchor: AnchorOf(needle)))
            .OrderBy(static entry => Encoding.ASCII.GetString(entry.Needle, entry.Anchor, Places), StringComparer.Ordinal).ToArray();
        for (var b = 0; b < Buckets; b++)
            _buckets[b] = [.. all.Where((_, index) => index * Buckets / Math.Max(Buckets, all.Length) == b)];
        for (var place = 0; place < Places; place++)
        {
            var low = new byte[16];
            var high = new byte[16];
            for (var b = 0; b < Buckets; b++)
                foreach (var (needle, anchor) in _buckets[b])
                {
                    low[needle[anchor + place] & 15] |= (byte)(1 << b);
                    high[needle[anchor + place] >> 4] |= (byte)(1 << b);
                }

            (_low[place], _high[place]) = (Vector128.Create(low), Vector128.Create(high));
        }
    }

    /// <summary>The finder for all readers' needles; null where one of them reads every line, or has a needle too short to be found.</summary>
    public static NeedleFinder? For(IReadOnlyList<LogReader> readers) =>
        readers.Count == 0 || readers.Any(static reader => reader.Needles.Count == 0 || reader.Needles.Any(static needle => needle.Length < Places))
            ? null
            : new NeedleFinder(readers.SelectMany(static reader => reader.Needles).Append(JsonLogLine.BytesNeedle));

    /// <summary>A position inside the first needle found; -1 where there is none.</summary>
    public int IndexIn(ReadOnlySpan<byte> data)
    {
        var i = 0;
        if (_isWide)
        {
            var hit = Search256(data, ref i);
            if (hit >= 0) return hit;
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            var hit = Search128(data, ref i);
            if (hit >= 0) return hit;
        }

        for (; i <= data.Length - Places; i++)
            if (Verify(data, i)) return i;
        return -1;
    }

    private int Search256(ReadOnlySpan<byte> data, ref int i)
    {
        var nibble = Vector256.Create((byte)15);
        var (l0, l1, l2) = (Twice(_low[0]), Twice(_low[1]), Twice(_low[2]));
        var (h0, h1, h2) = (Twice(_high[0]), Twice(_high[1]), Twice(_high[2]));
        for (; i <= data.Length - 32 - Places; i += 32)
        {
            var v0 = Vector256.Create(data.Slice(i, 32));
            var v1 = Vector256.Create(data.Slice(i + 1, 32));
            var v2 = Vector256.Create(data.Slice(i + 2, 32));
            var found = Avx2.Shuffle(l0, v0 & nibble) & Avx2.Shuffle(h0, (v0.AsUInt16() >>> 4).AsByte() & nibble)
                & Avx2.Shuffle(l1, v1 & nibble) & Avx2.Shuffle(h1, (v1.AsUInt16() >>> 4).AsByte() & nibble)
                & Avx2.Shuffle(l2, v2 & nibble) & Avx2.Shuffle(h2, (v2.AsUInt16() >>> 4).AsByte() & nibble);
            if (found == Vector256<byte>.Zero) continue;
            for (var bits = ~Vector256.Equals(found, Vector256<byte>.Zero).ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
                if (Verify(data, i + BitOperations.TrailingZeroCount(bits))) return i + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    private int Search128(ReadOnlySpan<byte> data, ref int i)
    {
        var nibble = Vector128.Create((byte)15);
        for (; i <= data.Length - 16 - Places; i += 16)
        {
            var v0 = Vector128.Create(data.Slice(i, 16));
            var v1 = Vector128.Create(data.Slice(i + 1, 16));
            var v2 = Vector128.Create(data.Slice(i + 2, 16));
            var found = Shuffle(_low[0], v0 & nibble) & Shuffle(_high[0], v0 >>> 4)
                & Shuffle(_low[1], v1 & nibble) & Shuffle(_high[1], v1 >>> 4)
                & Shuffle(_low[2], v2 & nibble) & Shuffle(_high[2], v2 >>> 4);
            if (found == Vector128<byte>.Zero) continue;
            for (var bits = ~Vector128.Equals(found, Vector128<byte>.Zero).ExtractMostSignificantBits() & 0xFFFF; bits != 0; bits &= bits - 1)
                if (Verify(data, i + BitOperations.TrailingZeroCount(bits))) return i + BitOperations.TrailingZeroCount(bits);
        }

        return -1;
    }

    private static Vector128<byte> Shuffle(Vector128<byte> table, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, indices) : Vector128.ShuffleNative(table, indices);

    private static Vector256<byte> Twice(Vector128<byte> table) => Vector256.Create(table, table);

    private bool Verify(ReadOnlySpan<byte> data, int at)
    {
        var found = Vector128.GetElement(_low[0], data[at] & 15) & Vector128.GetElement(_high[0], data[at] >> 4)
            & Vector128.GetElement(_low[1], data[at + 1] & 15) & Vector128.GetElement(_high[1], data[at + 1] >> 4)
            & Vector128.GetElement(_low[2], data[at + 2] & 15) & Vector128.GetElement(_high[2], data[at + 2] >> 4);
        for (; found != 0; found &= found - 1)
            foreach (var (needle, anchor) in _buckets[BitOperations.TrailingZeroCount(found)])
                if (at >= anchor && data[(at - anchor)..].StartsWith(needle)) return true;
        return false;
    }

    /// <summary>Where the needle's three rarest bytes in a row begin, by how common bytes are in mail logs.</summary>
    private static int AnchorOf(byte[] needle)
    {
        var best = 0;
        var least = int.MaxValue;
        for (var i = 0; i <= needle.Length - Places; i++)
        {
            var sum = 0;
            foreach (var b in needle.AsSpan(i, Places)) sum += Commonness(b);
            if (sum < least) (best, least) = (i, sum);
        }

        return best;
    }

    private static int Commonness(byte b) => b switch
    {
        (byte)' ' or >= (byte)'0' and <= (byte)'9' => 10,
        (byte)'e' or (byte)'s' or (byte)'t' or (byte)'o' or (byte)'m' or (byte)'a' or (byte)'i' or (byte)'l' or (byte)'r' or (byte)'n' => 8,
        (byte)':' or (byte)'.' or (byte)',' or (byte)'[' or (byte)']' or (byte)'=' or (byte)'d' or (byte)'p' or (byte)'c' => 6,
        >= (byte)'a' and <= (byte)'z' => 4,
        _ => 2,
    };
}
