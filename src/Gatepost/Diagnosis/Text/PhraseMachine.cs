namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Runs a <see cref="PhraseGraph"/> over symbols, making a deterministic state the first time a text leads there and
/// keeping it: one table look-up a symbol once warm, and no cost at start for phrases that no text comes near. Of one thread.
/// </summary>
internal sealed class PhraseMachine
{
    private const int MostStates = 1 << 14;
    private const int Unmade = -1;
    private readonly PhraseGraph _graph;
    private readonly byte[] _column = new byte[256];
    private readonly byte[] _symbolOf;
    private readonly int _columns;
    private readonly Dictionary<Key, int> _ids = [];
    private readonly List<Key> _keys = [];
    private readonly List<int[]> _ends = [];
    private readonly HashSet<int> _set = [];
    private int[] _next = new int[1024];

    public PhraseMachine(PhraseGraph graph, bool asciiOnly)
    {
        _graph = graph;
        var symbols = new List<byte> { 0 };
        for (var p = 0; p < graph.Count; p++)
        {
            var symbol = graph.Symbol(p);
            if (_column[symbol] != 0 || (asciiOnly && symbol >= 128)) continue;
            _column[symbol] = (byte)symbols.Count;
            symbols.Add(symbol);
        }

        // A blank starts words even where no phrase holds one.
        if (_column[PhraseAlphabet.Blank] == 0)
        {
            _column[PhraseAlphabet.Blank] = (byte)symbols.Count;
            symbols.Add(PhraseAlphabet.Blank);
        }

        _symbolOf = [.. symbols];
        _columns = symbols.Count;
        Reset();
    }

    /// <summary>The state before any symbol.</summary>
    public const int Initial = 0;

    /// <summary>How many states have been made.</summary>
    public int States => _keys.Count;

    /// <summary>The state after a symbol.</summary>
    public int Step(int state, byte symbol)
    {
        var cell = state * _columns + _column[symbol];
        var next = _next[cell];
        return next != Unmade ? next : Make(state, _column[symbol]);
    }

    /// <summary>The pieces that end in a state.</summary>
    public ReadOnlySpan<int> Ends(int state) => _ends[state];

    /// <summary>True where a piece ends in the state.</summary>
    public bool IsEnd(int state) => _ends[state].Length != 0;

    /// <summary>To be called between texts: forgets all states where too many were made.</summary>
    public void Trim()
    {
        if (_keys.Count > MostStates) Reset();
    }

    private int Make(int state, byte column)
    {
        _set.Clear();
        var symbol = _symbolOf[column];
        var from = _keys[state];
        if (column != 0)
        {
            foreach (var position in from.Positions)
                foreach (var q in _graph.Follow(position))
                    if (_graph.Symbol(q) == symbol) _set.Add(q);
            if (from.AtWord) _set.UnionWith(_graph.FirstAtWord(symbol));
            _set.UnionWith(_graph.FirstAnywhere(symbol));
        }

        var positions = new int[_set.Count];
        _set.CopyTo(positions);
        Array.Sort(positions);
        var next = Find(new Key(positions, symbol == PhraseAlphabet.Blank));
        return _next[state * _columns + column] = next;
    }

    private int Find(Key key)
    {
        if (_ids.TryGetValue(key, out var id)) return id;
        id = _keys.Count;
        _ids.Add(key, id);
        _keys.Add(key);
        List<int>? ends = null;
        foreach (var position in key.Positions)
            if (_graph.EndOf(position) is >= 0 and var piece && (ends is null || !ends.Contains(piece))) (ends ??= []).Add(piece);
        _ends.Add(ends is null ? [] : [.. ends]);
        var needed = (id + 1) * _columns;
        if (needed > _next.Length) Array.Resize(ref _next, Math.Max(needed, _next.Length * 2));
        _next.AsSpan(id * _columns, _columns).Fill(Unmade);
        return id;
    }

    private void Reset()
    {
        _ids.Clear();
        _keys.Clear();
        _ends.Clear();
        Find(new Key([], false));
    }

    private readonly struct Key(int[] positions, bool atWord) : IEquatable<Key>
    {
        public int[] Positions => positions;

        public bool AtWord => atWord;

        public bool Equals(Key other) => atWord == other.AtWord && positions.AsSpan().SequenceEqual(other.Positions);

        public override bool Equals(object? obj) => obj is Key other && Equals(other);

        public override int GetHashCode()
        {
            var hash = atWord ? 17u : 19u;
            foreach (var position in positions) hash = (hash ^ (uint)position) * 16777619u;
            return (int)hash;
        }
    }
}
