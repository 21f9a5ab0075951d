namespace Gatepost.Diagnoses.Text;

/// <summary>
/// Runs a <see cref="PhraseGraph"/> over symbols, making a deterministic state the first time a text leads there and
/// keeping it: one table look-up a symbol once warm, and no cost at start for phrases that no text comes near. Of one thread.
/// A table entry is the number of a state; its bit 15 says that a piece ends there. Rows are a power of two wide and entries
/// two bytes, so that the states that common words lead to stay in the processor's cache.
/// </summary>
internal sealed class PhraseMachine
{
    /// <summary>Set in an entry where a piece ends in the state.</summary>
    public const int EndFlag = 0x8000;

    /// <summary>An entry that no text has led to yet.</summary>
    public const ushort Unmade = 0x7FFF;

    private const int MostStates = 0x6000;
    private readonly PhraseGraph _graph;
    private readonly Func<IReadOnlyList<int>, PhraseEnds> _endsOf;
    private readonly byte[] _column = new byte[256];
    private readonly byte[] _asciiColumn = new byte[128];
    private readonly byte[] _symbolOf;
        private readonly Dictionary<Key, ushort> _ids = [];
    private readonly List<Key> _keys = [];
    private readonly List<PhraseEnds?> _ends = [];
    private readonly int[] _marked;
    private int[] _found = new int[256];
    private int _count;
    private int _round;
    private ushort[] _next = new ushort[1 << 14];

    public PhraseMachine(PhraseGraph graph, bool asciiOnly, Func<IReadOnlyList<int>, PhraseEnds> endsOf)
    {
        (_graph, _endsOf) = (graph, endsOf);
        _marked = new int[graph.Count];
        // Column 0 is for symbols that no phrase holds. A blank starts words even where no phrase holds one.
        var symbols = new List<byte> { 0, PhraseAlphabet.Blank };
        _column[PhraseAlphabet.Blank] = BlankColumn;
        for (var symbol = 1; symbol < (asciiOnly ? 128 : 256); symbol++)
        {
            if (!graph.Symbols[symbol] || symbol == PhraseAlphabet.Blank) continue;
            _column[symbol] = (byte)symbols.Count;
            symbols.Add((byte)symbol);
        }

        for (var c = 0; c < 128; c++) _asciiColumn[c] = _column[PhraseAlphabet.Of((char)c)];
        _symbolOf = [.. symbols];
        Shift = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)symbols.Count - 1);
        Reset();
    }

    /// <summary>The column of blanks.</summary>
    public const byte BlankColumn = 1;

    /// <summary>How many states have been made.</summary>
    public int States => _keys.Count;

    /// <summary>The column of each ASCII character.</summary>
    public ReadOnlySpan<byte> AsciiColumns => _asciiColumn;

    /// <summary>Rows are 1 &lt;&lt; Shift entries wide.</summary>
    public int Shift { get; }

    /// <summary>The table; made anew as states are added.</summary>
    public ushort[] Table => _next;

    /// <summary>The column of a symbol.</summary>
    public byte Column(byte symbol) => _column[symbol];

    /// <summary>The entry for a state and a column.</summary>
    public ushort Step(ushort entry, byte column)
    {
        var state = entry & ~EndFlag;
        var next = _next[(state << Shift) + column];
        return next != Unmade ? next : Make(state, column);
    }

    /// <summary>What ends in a state that has the flag.</summary>
    public PhraseEnds Ends(ushort entry) => _ends[entry & ~EndFlag]!;

    /// <summary>To be called between texts: forgets all states where too many were made.</summary>
    public void Trim()
    {
        if (_keys.Count > MostStates / 2) Reset();
    }

    /// <summary>Makes the entry for a state and a column that no text has led to yet.</summary>
    public ushort Make(int state, byte column)
    {
        _round++;
        _count = 0;
        var symbol = _symbolOf[column];
        var from = _keys[state];
        if (column != 0)
        {
            foreach (var position in from.Positions)
            {
                if (_graph.RunsOn(position) && _graph.Symbol(position + 1) == symbol) Add(position + 1);
                for (var edge = _graph.FirstEdge(position); edge != 0;)
                {
                    var (to, next) = _graph.EdgeAt(edge);
                    if (_graph.Symbol(to) == symbol) Add(to);
                    edge = next;
                }
            }

            if (from.AtWord) Add(_graph.FirstAtWord(symbol));
            Add(_graph.FirstAnywhere(symbol));
        }

        var positions = _found.AsSpan(0, _count).ToArray();
        Array.Sort(positions);
        return _next[(state << Shift) + column] = Find(new Key(positions, symbol == PhraseAlphabet.Blank));
    }

    private void Add(List<int>? positions)
    {
        if (positions is null) return;
        foreach (var position in positions) Add(position);
    }

    private void Add(int position)
    {
        if (_marked[position] == _round) return;
        _marked[position] = _round;
        if (_count == _found.Length) Array.Resize(ref _found, _count * 2);
        _found[_count++] = position;
    }

    private ushort Find(Key key)
    {
        if (_ids.TryGetValue(key, out var entry)) return entry;
        // One text cannot bring so many new states that numbers run out (texts are bounded); were it to, it is read as if from its start.
        if (_keys.Count >= MostStates) return 0;
        var id = _keys.Count;
        List<int>? ends = null;
        foreach (var position in key.Positions)
            if (_graph.EndOf(position) is >= 0 and var piece && (ends is null || !ends.Contains(piece))) (ends ??= []).Add(piece);
        entry = (ushort)(id | (ends is null ? 0 : EndFlag));
        _ids.Add(key, entry);
        _keys.Add(key);
        _ends.Add(ends is null ? null : _endsOf(ends));
        var needed = (id + 1) << Shift;
        if (needed > _next.Length) Array.Resize(ref _next, Math.Max(needed, _next.Length * 2));
        _next.AsSpan(id << Shift, 1 << Shift).Fill(Unmade);
        return entry;
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
