using System.Runtime.InteropServices;
using Gatepost.Relay.Proof.Cells;

namespace Gatepost.Relay.Proof.Regular;

/// <summary>Several automata that read the same text: their states together, numbered as they are reached.</summary>
internal sealed class PatternVectors(Alphabet alphabet, IReadOnlyList<PatternAutomaton> automata)
{
    private readonly Dictionary<int[], int> _known = new(SignatureComparer.Instance);
    private readonly List<int[]> _states = [];
    private readonly Dictionary<(int, int), int> _next = [];
    private readonly Dictionary<int[], int> _verdicts = new(SignatureComparer.Instance);
    private readonly Dictionary<int, int> _accepts = [];

    /// <summary>The automata.</summary>
    public IReadOnlyList<PatternAutomaton> Automata => automata;

    /// <summary>True where one of them is.</summary>
    public bool IsTooLarge => automata.Any(static a => a.IsTooLarge);

    /// <summary>The number of a vector of states.</summary>
    public int Number(ReadOnlySpan<int> states)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_known.GetAlternateLookup<ReadOnlySpan<int>>(), states, out var isKnown);
        if (isKnown) return number;
        number = _states.Count;
        _states.Add(states.ToArray());
        return number;
    }

    /// <summary>The states of a vector.</summary>
    public ReadOnlySpan<int> States(int vector) => _states[vector];

    /// <summary>The vector after one more character.</summary>
    public int Next(int vector, char c)
    {
        var @class = alphabet.Class(c);
        if (_next.TryGetValue((vector, @class), out var known)) return known;
        var states = new int[automata.Count];
        for (var i = 0; i < states.Length; i++) states[i] = automata[i].Next(_states[vector][i], @class);
        return _next[(vector, @class)] = Number(states);
    }

    /// <summary>A number for which of some of the automata accept.</summary>
    public int Accepts(int vector, Range which)
    {
        var (start, length) = which.GetOffsetAndLength(automata.Count);
        if (length == automata.Count && _accepts.TryGetValue(vector, out var known)) return known;
        var accepts = new int[length];
        for (var i = 0; i < length; i++) accepts[i] = automata[start + i].Accepts(_states[vector][start + i]) ? 1 : 0;
        var number = _verdicts.TryAdd(accepts, _verdicts.Count) ? _verdicts.Count - 1 : _verdicts[accepts];
        if (length == automata.Count) _accepts[vector] = number;
        return number;
    }
}
