namespace Gatepost.Diagnoses.Text;

/// <summary>
/// All literals of a set of phrases in one automaton (Aho and Corasick, as a full table over the symbols in use): a text
/// is read once, in time linear in its length, whatever the number of phrases and whatever the text.
/// </summary>
internal sealed class PhraseAutomaton
{
    private const ushort Hit = 0x8000;
    private readonly ushort[] _next;
    private readonly byte[] _column = new byte[256];
    private readonly int _columns;
    private readonly int[] _firstOutput;
    private readonly int[] _outputs;

    /// <summary>Builds the automaton.</summary>
    /// <param name="literals">The literals, as symbols; the index is the literal's id.</param>
    public PhraseAutomaton(IReadOnlyList<string> literals)
    {
        _columns = 1;
        foreach (var literal in literals)
            foreach (var symbol in literal)
                if (_column[symbol] == 0) _column[symbol] = (byte)_columns++;

        var capacity = 1 + literals.Sum(static l => l.Length);
        var table = new int[capacity * _columns];
        var outputs = new List<int>?[capacity];
        var states = 1;
        for (var id = 0; id < literals.Count; id++)
        {
            var state = 0;
            foreach (var symbol in literals[id])
            {
                ref var next = ref table[state * _columns + _column[symbol]];
                if (next == 0) next = states++;
                state = next;
            }

            (outputs[state] ??= []).Add(id);
        }

        if (states >= Hit) throw new InvalidOperationException($"The phrases need {states} states; the table holds {Hit - 1}.");
        Link(table, outputs, states);
        _next = new ushort[states * _columns];
        for (var i = 0; i < _next.Length; i++)
            _next[i] = (ushort)(table[i] | (outputs[table[i]] is null ? 0 : Hit));
        _firstOutput = new int[states + 1];
        var flat = new List<int>();
        for (var state = 0; state < states; state++)
        {
            _firstOutput[state] = flat.Count;
            if (outputs[state] is { } list) flat.AddRange(list);
        }

        _firstOutput[states] = flat.Count;
        _outputs = [.. flat];
    }

    /// <summary>The number of states, the start included.</summary>
    public int States => _firstOutput.Length - 1;

    /// <summary>The state after <paramref name="symbol"/>; bit 15 is set where a literal ends there.</summary>
    public ushort Step(ushort state, byte symbol) => _next[(state & (Hit - 1)) * _columns + _column[symbol]];

    /// <summary>True where a literal ends in this state.</summary>
    public static bool IsHit(ushort state) => (state & Hit) != 0;

    /// <summary>Ids of the literals that end in this state.</summary>
    public ReadOnlySpan<int> Outputs(ushort state)
    {
        var s = state & (Hit - 1);
        return _outputs.AsSpan(_firstOutput[s], _firstOutput[s + 1] - _firstOutput[s]);
    }

    private void Link(int[] table, List<int>?[] outputs, int states)
    {
        var fail = new int[states];
        var queue = new Queue<int>(states);
        for (var column = 1; column < _columns; column++)
            if (table[column] != 0) queue.Enqueue(table[column]);
        while (queue.TryDequeue(out var state))
        {
            var f = fail[state];
            if (outputs[f] is { } inherited) (outputs[state] ??= []).AddRange(inherited);
            for (var column = 1; column < _columns; column++)
            {
                ref var next = ref table[state * _columns + column];
                var over = table[f * _columns + column];
                if (next == 0)
                {
                    next = over;
                }
                else
                {
                    fail[next] = over;
                    queue.Enqueue(next);
                }
            }
        }
    }
}
