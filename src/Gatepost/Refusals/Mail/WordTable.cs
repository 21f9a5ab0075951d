namespace Gatepost.Refusals.Mail;

/// <summary>
/// Looks for many phrases in one pass over a text, in whatever case (ordinal). Built in a moment: a bit for every three
/// characters that a phrase begins with, and chains of the phrases behind them.
/// </summary>
internal sealed class WordTable
{
    private const int Buckets = 256;

    private readonly string[] _phrases;
    private readonly ulong[] _gate = new ulong[1 << 9];
    private readonly short[] _heads = new short[Buckets];
    private readonly short[] _next;
    private readonly string[] _short;

    /// <summary>A set of phrases, none of them empty.</summary>
    public WordTable(params string[] phrases)
    {
        _phrases = phrases;
        _next = new short[phrases.Length];
        _short = Array.FindAll(phrases, static p => p.Length < 3);
        Array.Fill(_heads, (short)-1);
        // From the last to the first, so that a chain names the phrases in their order.
        for (var i = phrases.Length - 1; i >= 0; i--)
        {
            if (phrases[i].Length < 3) continue;
            var key = (Fold(phrases[i][0]) << 10) | (Fold(phrases[i][1]) << 5) | Fold(phrases[i][2]);
            _gate[key >> 6] |= 1UL << (key & 63);
            ref var head = ref _heads[Bucket(key)];
            (_next[i], head) = (head, (short)i);
        }
    }

    /// <summary>How many phrases there are.</summary>
    public int Count => _phrases.Length;

    /// <summary>The phrases.</summary>
    public ReadOnlySpan<string> Phrases => _phrases;

    /// <summary>True where one of the phrases stands in the text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var phrase in _short)
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return IndexIn(text, out _) >= 0;
    }

    /// <summary>Where the first of the phrases begins, and which it is (of several there the first in the set); -1 where there is none. Phrases have three characters at least.</summary>
    public int IndexIn(ReadOnlySpan<char> text, out int phrase)
    {
        var from = 0;
        return Next(text, ref from, out phrase) ? from - 1 : -1;
    }

    /// <summary>Where each phrase first stands in the text; -1 for those that do not. False where none does. Phrases have three characters at least.</summary>
    public bool FindAll(ReadOnlySpan<char> text, Span<int> first)
    {
        first.Fill(-1);
        var (from, found) = (0, false);
        while (Next(text, ref from, out var phrase))
        {
            found = true;
            for (var i = phrase; i >= 0; i = _next[i])
                if (first[i] < 0 && text[(from - 1)..].StartsWith(_phrases[i], StringComparison.OrdinalIgnoreCase)) first[i] = from - 1;
        }

        return found;
    }

    /// <summary>Finds the next place at which a phrase begins, and moves behind its first character.</summary>
    private bool Next(ReadOnlySpan<char> text, ref int from, out int phrase)
    {
        var gate = _gate;
        if (text.Length - from >= 3)
        {
            var key = (Fold(text[from]) << 5) | Fold(text[from + 1]);
            for (var i = from + 2; i < text.Length; i++)
            {
                key = ((key << 5) | Fold(text[i])) & 0x7FFF;
                if ((gate[key >> 6] >> (key & 63) & 1) == 0) continue;
                for (phrase = _heads[Bucket(key)]; phrase >= 0; phrase = _next[phrase])
                {
                    if (!text[(i - 2)..].StartsWith(_phrases[phrase], StringComparison.OrdinalIgnoreCase)) continue;
                    from = i - 1;
                    return true;
                }
            }
        }

        phrase = -1;
        return false;
    }

    private static int Bucket(int key) => (key ^ (key >> 7)) & (Buckets - 1);

    /// <summary>Five bits that are the same in either case.</summary>
    private static int Fold(char c) => c is < '\x80' or > '\u2fff' ? c & 31 : 0;
}
