namespace Gatepost.Diagnoses.Text;

/// <summary>Which groups of phrases were found in a text, and where first. Reused by one thread; cleared by each search.</summary>
internal sealed class PhraseHits
{
    private readonly ulong[] _bits;
    private readonly (int Start, int End)[] _where;

    /// <summary>Room for so many groups.</summary>
    public PhraseHits(int groups)
    {
        _bits = new ulong[(groups + 63) / 64];
        _where = new (int, int)[groups];
    }

    /// <summary>How many groups there is room for.</summary>
    public int Groups => _where.Length;

    /// <summary>True where a phrase of the group stands in the text.</summary>
    public bool this[int group] => (_bits[group >> 6] & (1UL << (group & 63))) != 0;

    /// <summary>The first group from <paramref name="group"/> on of which a phrase was found; -1 where there is none.</summary>
    public int Next(int group)
    {
        var word = group >> 6;
        if (word >= _bits.Length) return -1;
        var bits = _bits[word] & (ulong.MaxValue << (group & 63));
        while (bits == 0)
        {
            if (++word == _bits.Length) return -1;
            bits = _bits[word];
        }

        return (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits);
    }

    /// <summary>Where the group's first phrase stands: start and end in the text.</summary>
    public (int Start, int End) Where(int group) => this[group] ? _where[group] : default;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _bits.AsSpan().Clear();

    /// <summary>Notes a phrase of a group; the first one found keeps its place.</summary>
    public void Add(int group, int start, int end)
    {
        if (this[group]) return;
        _bits[group >> 6] |= 1UL << (group & 63);
        _where[group] = (start, end);
    }
}
