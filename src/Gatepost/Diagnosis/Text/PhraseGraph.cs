namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Pieces of phrases as one graph of positions (Glushkov's construction: one position a symbol, no empty moves). Its size
/// is the sum of the phrases' lengths, whatever their alternatives.
/// </summary>
internal sealed class PhraseGraph
{
    private readonly List<byte> _symbol = [];
    private readonly List<int[]> _follow = [];
    private readonly List<int> _piece = [];
    private readonly List<bool> _isLast = [];
    private readonly List<int>[] _firstAtWord = NewLists();
    private readonly List<int>[] _firstAnywhere = NewLists();

    /// <summary>The number of positions.</summary>
    public int Count => _symbol.Count;

    /// <summary>The symbol that leads into a position.</summary>
    public byte Symbol(int position) => _symbol[position];

    /// <summary>The positions that may come next.</summary>
    public ReadOnlySpan<int> Follow(int position) => _follow[position];

    /// <summary>The piece that ends at a position; -1 where none does.</summary>
    public int EndOf(int position) => _isLast[position] ? _piece[position] : -1;

    /// <summary>The piece that a position belongs to.</summary>
    public int PieceOf(int position) => _piece[position];

    /// <summary>Positions entered by a symbol at the start of a word.</summary>
    public List<int> FirstAtWord(byte symbol) => _firstAtWord[symbol];

    /// <summary>Positions entered by a symbol anywhere.</summary>
    public List<int> FirstAnywhere(byte symbol) => _firstAnywhere[symbol];

    /// <summary>Adds a piece; gives the lengths of the shortest and the longest text that it stands for, in symbols.</summary>
    public (int Shortest, int Longest) Add(int piece, string text)
    {
        var source = text;
        var anywhere = text.StartsWith('*');
        var atStart = text.StartsWith('^');
        var wordEnd = text.EndsWith('>') || text.EndsWith('$');
        var atEnd = text.EndsWith('$');
        text = text.Trim('*', '^', '>', '$');
        var from = Count;
        var whole = Fragment.Empty;
        if (atStart) whole = Concat(Concat(whole, One(PhraseAlphabet.Start, piece)), One(PhraseAlphabet.Blank, piece));
        var i = 0;
        whole = Concat(whole, Sequence(text, ref i, piece, source, 0));
        if (wordEnd) whole = Concat(whole, One(PhraseAlphabet.Blank, piece));
        if (atEnd) whole = Concat(whole, One(PhraseAlphabet.End, piece));
        if (whole.IsOptional) throw new FormatException($"Phrase piece '{source}' may be empty.");
        SkipDoubleBlanks(from);
        foreach (var last in whole.Last) _isLast[last] = true;
        SkipLastBlanks(from);
        var firsts = new HashSet<int>(whole.First);
        foreach (var first in whole.First)
            if (!anywhere && !atStart && _symbol[first] == PhraseAlphabet.Blank) firsts.UnionWith(_follow[first]);
        foreach (var first in firsts)
            (anywhere || atStart ? _firstAnywhere : _firstAtWord)[_symbol[first]].Add(first);
        return (whole.Shortest, whole.Longest);
    }

    private Fragment Sequence(string s, ref int i, int piece, string source, int depth)
    {
        if (depth > 8) throw new FormatException($"Phrase piece '{source}' nests too deeply.");
        Fragment? alternatives = null;
        var current = Fragment.Empty;
        var symbols = new List<byte>();
        while (i < s.Length)
        {
            switch (s[i])
            {
                case '(':
                    i++;
                    current = Concat(current, Sequence(s, ref i, piece, source, depth + 1));
                    if (i++ >= s.Length) throw new FormatException($"Phrase piece '{source}': missing ')'.");
                    break;
                case '{':
                    var end = s.IndexOf('}', i);
                    if (end < 0) throw new FormatException($"Phrase piece '{source}': missing '}}'.");
                    var list = PhraseWords.Of(s[(i + 1)..end]) ?? throw new FormatException($"Phrase piece '{source}': no word list '{s[(i + 1)..end]}'.");
                    var j = 0;
                    current = Concat(current, Sequence(list, ref j, piece, source, depth + 1));
                    i = end + 1;
                    break;
                case '|' when depth > 0:
                    i++;
                    alternatives = alternatives is null ? current : Either(alternatives, current);
                    current = Fragment.Empty;
                    break;
                case ')' when depth > 0:
                    return alternatives is null ? current : Either(alternatives, current);
                case ')' or '|':
                    throw new FormatException($"Phrase piece '{source}': stray '{s[i]}'.");
                default:
                    var stop = s.AsSpan(i).IndexOfAny("(){}|");
                    var text = stop < 0 ? s.AsSpan(i) : s.AsSpan(i, stop);
                    symbols.Clear();
                    PhraseSyntax.AppendSymbols(text, symbols);
                    foreach (var symbol in symbols) current = Concat(current, One(symbol, piece));
                    i += text.Length;
                    break;
            }
        }

        return alternatives is null ? current : Either(alternatives, current);
    }

    private Fragment One(byte symbol, int piece)
    {
        var position = Count;
        _symbol.Add(symbol);
        _follow.Add([]);
        _piece.Add(piece);
        _isLast.Add(false);
        return new Fragment([position], [position], false, 1, 1);
    }

    private Fragment Concat(Fragment head, Fragment tail)
    {
        foreach (var last in head.Last) _follow[last] = [.. _follow[last], .. tail.First];
        return new Fragment(
            head.IsOptional ? [.. head.First, .. tail.First] : head.First,
            tail.IsOptional ? [.. head.Last, .. tail.Last] : tail.Last,
            head.IsOptional && tail.IsOptional,
            head.Shortest + tail.Shortest,
            head.Longest + tail.Longest);
    }

    private static Fragment Either(Fragment a, Fragment b) =>
        new([.. a.First, .. b.First], [.. a.Last, .. b.Last], a.IsOptional || b.IsOptional, Math.Min(a.Shortest, b.Shortest), Math.Max(a.Longest, b.Longest));

    /// <summary>Texts hold no two blanks in a row; where alternatives leave two in a phrase, the second is passed over.</summary>
    private void SkipDoubleBlanks(int from)
    {
        for (var round = 0; round < 4; round++)
        {
            for (var p = from; p < Count; p++)
            {
                if (_symbol[p] != PhraseAlphabet.Blank || !Array.Exists(_follow[p], q => _symbol[q] == PhraseAlphabet.Blank)) continue;
                var over = new HashSet<int>(_follow[p]);
                foreach (var q in _follow[p])
                    if (_symbol[q] == PhraseAlphabet.Blank) over.UnionWith(_follow[q]);
                if (over.Count != _follow[p].Length) _follow[p] = [.. over];
            }
        }
    }

    private void SkipLastBlanks(int from)
    {
        for (var p = Count - 1; p >= from; p--)
            if (_symbol[p] == PhraseAlphabet.Blank && Array.Exists(_follow[p], q => _symbol[q] == PhraseAlphabet.Blank && _isLast[q])) _isLast[p] = true;
    }

    private static List<int>[] NewLists()
    {
        var lists = new List<int>[256];
        for (var i = 0; i < lists.Length; i++) lists[i] = [];
        return lists;
    }

    private sealed record Fragment(int[] First, int[] Last, bool IsOptional, int Shortest, int Longest)
    {
        public static Fragment Empty { get; } = new([], [], true, 0, 0);
    }
}
