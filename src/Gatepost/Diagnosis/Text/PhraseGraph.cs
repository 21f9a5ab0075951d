namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Pieces of phrases as one graph of positions (Glushkov's construction: one position a symbol, no empty moves). Its size
/// is the sum of the phrases' lengths, whatever their alternatives. Within a stretch of plain letters each position leads to
/// the one after it, which needs no list.
/// </summary>
internal sealed class PhraseGraph
{
    private readonly List<int>?[] _firstAtWord = new List<int>?[256];
    private readonly List<int>?[] _firstAnywhere = new List<int>?[256];
    private Position[] _positions = new Position[1 << 12];

    /// <summary>The number of positions.</summary>
    public int Count { get; private set; }

    /// <summary>The symbol that leads into a position.</summary>
    public byte Symbol(int position) => _positions[position].Symbol;

    /// <summary>True where the position after this one may come next.</summary>
    public bool RunsOn(int position) => _positions[position].RunsOn;

    /// <summary>The other positions that may come next.</summary>
    public ReadOnlySpan<int> Follow(int position) => _positions[position].Follow;

    /// <summary>The piece that ends at a position; -1 where none does.</summary>
    public int EndOf(int position) => _positions[position].IsLast ? _positions[position].Piece : -1;

    /// <summary>Positions entered by a symbol at the start of a word.</summary>
    public List<int>? FirstAtWord(byte symbol) => _firstAtWord[symbol];

    /// <summary>Positions entered by a symbol anywhere.</summary>
    public List<int>? FirstAnywhere(byte symbol) => _firstAnywhere[symbol];

    /// <summary>Adds a piece; gives the lengths of the shortest and the longest text that it stands for, in symbols.</summary>
    public (int Shortest, int Longest) Add(int piece, PieceSyntax syntax)
    {
        var from = Count;
        var whole = new PhraseFragment();
        if (syntax.AtStart)
        {
            Append(whole, PhraseAlphabet.Start, piece);
            Append(whole, PhraseAlphabet.Blank, piece);
        }

        new PieceReader(this, syntax.Text, piece).ReadInto(whole);
        if (syntax.WordEnd) Append(whole, PhraseAlphabet.Blank, piece);
        if (syntax.AtEnd) Append(whole, PhraseAlphabet.End, piece);
        if (whole.IsOptional) throw new FormatException($"Phrase piece '{syntax.Text}' may be empty.");
        SkipDoubleBlanks(from);
        foreach (var last in whole.Last) _positions[last].IsLast = true;
        for (var p = Count - 1; p >= from; p--)
            if (IsBlank(p) && NextBlankIsLast(p)) _positions[p].IsLast = true;
        var lists = syntax.Anywhere || syntax.AtStart ? _firstAnywhere : _firstAtWord;
        foreach (var first in whole.First)
        {
            AddFirst(lists, first);
            if (syntax.Anywhere || syntax.AtStart || !IsBlank(first)) continue;
            if (RunsOn(first)) AddFirst(lists, first + 1);
            foreach (var next in Follow(first)) AddFirst(lists, next);
        }

        return (whole.Shortest, whole.Longest);
    }

    /// <summary>Puts a symbol behind a fragment.</summary>
    public void Append(PhraseFragment fragment, byte symbol, int piece)
    {
        if (Count == _positions.Length) Array.Resize(ref _positions, Count * 2);
        var position = Count++;
        _positions[position] = new Position { Symbol = symbol, Piece = piece, Follow = [] };
        foreach (var last in fragment.Last) Lead(last, position);
        if (fragment.IsOptional) fragment.First.Add(position);
        fragment.IsOptional = false;
        fragment.Last.Clear();
        fragment.Last.Add(position);
        fragment.Shortest++;
        fragment.Longest++;
    }

    /// <summary>Puts a fragment behind another.</summary>
    public void Append(PhraseFragment head, PhraseFragment tail)
    {
        foreach (var last in head.Last)
            foreach (var first in tail.First) Lead(last, first);
        if (head.IsOptional) head.First.AddRange(tail.First);
        if (!tail.IsOptional) head.Last.Clear();
        head.Last.AddRange(tail.Last);
        head.IsOptional &= tail.IsOptional;
        head.Shortest += tail.Shortest;
        head.Longest += tail.Longest;
    }

    private void Lead(int from, int to)
    {
        ref var position = ref _positions[from];
        if (to == from + 1) position.RunsOn = true;
        else if (!position.Follow.Contains(to)) position.Follow = [.. position.Follow, to];
    }

    /// <summary>Texts hold no two blanks in a row; where alternatives leave two in a phrase, the second is passed over.</summary>
    private void SkipDoubleBlanks(int from)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            for (var p = from; p < Count; p++)
            {
                if (!IsBlank(p)) continue;
                if (RunsOn(p) && IsBlank(p + 1)) changed |= Over(p, p + 1);
                foreach (var q in _positions[p].Follow)
                    if (IsBlank(q)) changed |= Over(p, q);
            }
        }
    }

    private bool Over(int from, int blank)
    {
        var before = _positions[from].Follow.Length;
        var ranOn = RunsOn(from);
        if (RunsOn(blank)) Lead(from, blank + 1);
        foreach (var next in _positions[blank].Follow) Lead(from, next);
        return before != _positions[from].Follow.Length || ranOn != RunsOn(from);
    }

    private bool NextBlankIsLast(int p)
    {
        if (RunsOn(p) && IsBlank(p + 1) && _positions[p + 1].IsLast) return true;
        foreach (var q in _positions[p].Follow)
            if (IsBlank(q) && _positions[q].IsLast) return true;
        return false;
    }

    private bool IsBlank(int position) => _positions[position].Symbol == PhraseAlphabet.Blank;

    private void AddFirst(List<int>?[] lists, int first)
    {
        var list = lists[Symbol(first)] ??= [];
        if (list.Count == 0 || list[^1] != first) list.Add(first);
    }

    private struct Position
    {
        public byte Symbol;
        public bool RunsOn;
        public bool IsLast;
        public int Piece;
        public int[] Follow;
    }
}
