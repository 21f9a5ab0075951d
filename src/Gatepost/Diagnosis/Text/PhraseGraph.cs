namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Pieces of phrases as one graph of positions (Glushkov's construction: one position a symbol, no empty moves). Its size
/// is the sum of the phrases' lengths, whatever their alternatives. Within a stretch of plain letters each position leads to
/// the one after it, which needs no edge. Kept small: it is built anew by every run of the program.
/// </summary>
internal sealed class PhraseGraph
{
    private readonly List<int>?[] _firstAtWord = new List<int>?[256];
    private readonly List<int>?[] _firstAnywhere = new List<int>?[256];
    private readonly Stack<PhraseFragment> _spare = new();
    private readonly List<int> _blanks = [];
    private readonly bool[] _symbols = new bool[256];
    private Position[] _positions;
    private Edge[] _edges;
    private int _edgeCount = 1;

    /// <summary>A graph with room for so many positions before it must grow.</summary>
    public PhraseGraph(int room) => (_positions, _edges) = (new Position[room], new Edge[room / 2]);

    /// <summary>The number of positions.</summary>
    public int Count { get; private set; }

    /// <summary>True for the symbols that stand in some piece.</summary>
    public ReadOnlySpan<bool> Symbols => _symbols;

    /// <summary>The symbol that leads into a position.</summary>
    public byte Symbol(int position) => _positions[position].Symbol;

    /// <summary>True where the position after this one may come next.</summary>
    public bool RunsOn(int position) => _positions[position].RunsOn;

    /// <summary>The first edge to other positions that may come next; 0 where there is none.</summary>
    public int FirstEdge(int position) => _positions[position].FirstEdge;

    /// <summary>Where an edge leads, and the edge after it (0: none).</summary>
    public (int To, int Next) EdgeAt(int edge) => (_edges[edge].To, _edges[edge].Next);

    /// <summary>An empty fragment, used again after <see cref="Return"/>.</summary>
    public PhraseFragment Rent() => _spare.TryPop(out var fragment) ? fragment : new PhraseFragment();

    /// <summary>Gives a fragment back.</summary>
    public void Return(PhraseFragment fragment)
    {
        fragment.Clear();
        _spare.Push(fragment);
    }

    /// <summary>The piece that ends at a position; -1 where none does.</summary>
    public int EndOf(int position) => _positions[position].IsLast ? _positions[position].Piece : -1;

    /// <summary>Positions entered by a symbol at the start of a word.</summary>
    public List<int>? FirstAtWord(byte symbol) => _firstAtWord[symbol];

    /// <summary>Positions entered by a symbol anywhere.</summary>
    public List<int>? FirstAnywhere(byte symbol) => _firstAnywhere[symbol];

    /// <summary>Adds a piece; gives the lengths of the shortest and the longest text that it stands for, in symbols.</summary>
    public (int Shortest, int Longest) Add(int piece, PieceSyntax syntax)
    {
        _blanks.Clear();
        var whole = Rent();
        if (syntax.AtStart)
        {
            Append(whole, PhraseAlphabet.Start, piece);
            Append(whole, PhraseAlphabet.Blank, piece);
        }

        new PieceReader(this, syntax.Text, piece).ReadInto(whole);
        if (syntax.WordEnd) Append(whole, PhraseAlphabet.Blank, piece);
        if (syntax.AtEnd) Append(whole, PhraseAlphabet.End, piece);
        if (whole.IsOptional) throw new FormatException($"Phrase piece '{syntax.Text}' may be empty.");
        SkipDoubleBlanks();
        foreach (var last in whole.Last) _positions[last].IsLast = true;
        for (var i = _blanks.Count - 1; i >= 0; i--)
            if (NextBlankIsLast(_blanks[i])) _positions[_blanks[i]].IsLast = true;
        var lists = syntax.Anywhere || syntax.AtStart ? _firstAnywhere : _firstAtWord;
        foreach (var first in whole.First)
        {
            AddFirst(lists, first);
            if (syntax.Anywhere || syntax.AtStart || !IsBlank(first)) continue;
            if (RunsOn(first)) AddFirst(lists, first + 1);
            for (var edge = FirstEdge(first); edge != 0; edge = _edges[edge].Next) AddFirst(lists, _edges[edge].To);
        }

        var lengths = (whole.Shortest, whole.Longest);
        Return(whole);
        return lengths;
    }

    /// <summary>Puts a symbol behind a fragment.</summary>
    public void Append(PhraseFragment fragment, byte symbol, int piece)
    {
        var position = New(symbol, piece);
        foreach (var last in fragment.Last) Lead(last, position);
        if (fragment.IsOptional) fragment.First.Add(position);
        fragment.IsOptional = false;
        fragment.Last.Clear();
        fragment.Last.Add(position);
        fragment.Shortest++;
        fragment.Longest++;
    }

    /// <summary>Puts a stretch of ASCII letters behind a fragment.</summary>
    public void Append(PhraseFragment fragment, ReadOnlySpan<char> letters, int piece)
    {
        Append(fragment, PhraseAlphabet.Of(letters[0]), piece);
        foreach (var c in letters[1..])
        {
            var position = New(PhraseAlphabet.Of(c), piece);
            _positions[position - 1].RunsOn = true;
        }

        fragment.Last[0] = Count - 1;
        fragment.Shortest += letters.Length - 1;
        fragment.Longest += letters.Length - 1;
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

    private int New(byte symbol, int piece)
    {
        if (Count == _positions.Length) Array.Resize(ref _positions, Count * 2);
        var position = Count++;
        _positions[position] = new Position { Symbol = symbol, Piece = (ushort)piece };
        _symbols[symbol] = true;
        if (symbol == PhraseAlphabet.Blank) _blanks.Add(position);
        return position;
    }

    private bool Lead(int from, int to)
    {
        ref var position = ref _positions[from];
        if (to == from + 1)
        {
            if (position.RunsOn) return false;
            return position.RunsOn = true;
        }

        for (var edge = position.FirstEdge; edge != 0; edge = _edges[edge].Next)
            if (_edges[edge].To == to) return false;
        if (_edgeCount == _edges.Length) Array.Resize(ref _edges, _edgeCount * 2);
        _edges[_edgeCount] = new Edge(to, position.FirstEdge);
        position.FirstEdge = _edgeCount++;
        return true;
    }

    /// <summary>Texts hold no two blanks in a row; where alternatives leave two in a phrase, the second is passed over.</summary>
    private void SkipDoubleBlanks()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var p in _blanks)
            {
                if (RunsOn(p) && IsBlank(p + 1)) changed |= Over(p, p + 1);
                for (var edge = FirstEdge(p); edge != 0; edge = _edges[edge].Next)
                    if (IsBlank(_edges[edge].To)) changed |= Over(p, _edges[edge].To);
            }
        }
    }

    private bool Over(int from, int blank)
    {
        var changed = RunsOn(blank) && Lead(from, blank + 1);
        for (var edge = FirstEdge(blank); edge != 0; edge = _edges[edge].Next) changed |= Lead(from, _edges[edge].To);
        return changed;
    }

    private bool NextBlankIsLast(int p)
    {
        if (RunsOn(p) && IsBlank(p + 1) && _positions[p + 1].IsLast) return true;
        for (var edge = FirstEdge(p); edge != 0; edge = _edges[edge].Next)
            if (IsBlank(_edges[edge].To) && _positions[_edges[edge].To].IsLast) return true;
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
        public ushort Piece;
        public int FirstEdge;
    }

    private readonly record struct Edge(int To, int Next);
}
