namespace Gatepost.Relay.Proof.Regular;

/// <summary>
/// Says of texts, read from their end to their beginning, whether a pattern matches somewhere in them. Its states come into being as they are reached. Reading backwards lets
/// automata and the tree of domains, which share their ends, go together.
/// </summary>
internal sealed class PatternAutomaton
{
    // More states than this and the pattern is given up.
    private const int MostStates = 4_000;
    private const int MostSteps = 4_000;
    private const int Accepted = 0;

    private readonly List<Step> _steps = [];
    private readonly List<int[]> _states = [];
    private readonly Dictionary<string, int> _known = [];
    private readonly List<int[]> _next = [];
    private readonly List<bool> _accepts = [];
    private readonly Alphabet _alphabet;

    /// <summary>Makes it of a pattern taken apart.</summary>
    public PatternAutomaton(PatternNode pattern, Alphabet alphabet)
    {
        _alphabet = alphabet;
        _steps.Add(new Step());
        var begin = Compile(pattern, Accepted);
        // Anything may stand behind the match, which is read first.
        var first = Add(new Step { To = [begin, _steps.Count + 1] });
        _steps.Add(new Step { Set = null, IsAny = true, To = [first] });
        Start = IsTooLarge ? 0 : State(Closure([first], atEnd: true, atBeginning: false), isStart: true);
    }

    /// <summary>True where it grew beyond all measure; it must not be used then.</summary>
    public bool IsTooLarge => _steps.Count > MostSteps || _states.Count > MostStates;

    /// <summary>The state before anything is read.</summary>
    public int Start { get; }

    /// <summary>True where the text that was read up to a state, and nothing before it, is matched.</summary>
    public bool Accepts(int state) => _accepts[state];

    /// <summary>The sets of characters in a pattern.</summary>
    public static IEnumerable<CharSet> Sets(PatternNode pattern) => pattern switch
    {
        PatternNode.Characters one => [one.Set],
        PatternNode.Sequence sequence => sequence.Of.SelectMany(Sets),
        PatternNode.Choice choice => choice.Of.SelectMany(Sets),
        PatternNode.Repeat repeat => Sets(repeat.Of),
        _ => [],
    };

    /// <summary>The state after one more character, of a class.</summary>
    public int Next(int state, int @class)
    {
        var known = _next[state][@class];
        if (known >= 0) return known;
        if (IsTooLarge) return state;
        var reached = new List<int>();
        foreach (var step in _states[state])
        {
            if (step == Accepted) reached.Add(Accepted);
            else if (_steps[step].IsAny || (_steps[step].Set is { } set && _alphabet.Members(set)[@class])) reached.AddRange(_steps[step].To);
        }

        return _next[state][@class] = State(Closure(reached, atEnd: false, atBeginning: false), isStart: false);
    }

    private int State(SortedSet<int> steps, bool isStart)
    {
        // Once matched, always matched.
        int[] kept = steps.Contains(Accepted) ? [Accepted] : [.. steps.Where(s => _steps[s].IsAny || _steps[s].Set is not null || _steps[s].Condition == Anchor.Beginning)];
        var key = string.Create(kept.Length, kept, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++) span[i] = (char)from[i];
        });
        if (!isStart && _known.TryGetValue(key, out var known)) return known;
        // The start alone is at the end of the text; an equal set reached later is another state.
        var state = _states.Count;
        if (!isStart) _known.Add(key, state);
        _states.Add(kept);
        _accepts.Add(Closure(kept, atEnd: isStart, atBeginning: true).Contains(Accepted));
        var next = new int[_alphabet.Count];
        Array.Fill(next, -1);
        _next.Add(next);
        return state;
    }

    // What is reached without reading.
    private SortedSet<int> Closure(IEnumerable<int> from, bool atEnd, bool atBeginning)
    {
        var reached = new SortedSet<int>(from);
        var open = new Stack<int>(reached);
        while (open.TryPop(out var next))
        {
            var step = _steps[next];
            var isOpen = step is { IsAny: false, Set: null } && step.Condition switch
            {
                Anchor.End => atEnd,
                Anchor.Beginning => atBeginning,
                _ => true,
            };
            if (!isOpen) continue;
            foreach (var to in step.To)
                if (reached.Add(to)) open.Push(to);
        }

        return reached;
    }

    // Adds the steps of a part that lead on to a step, and gives the first; what stands last is read first.
    private int Compile(PatternNode node, int next)
    {
        if (_steps.Count > MostSteps) return next;
        switch (node)
        {
            case PatternNode.Characters characters: return Add(new Step { Set = characters.Set, To = [next] });
            case PatternNode.Sequence sequence: return sequence.Of.Aggregate(next, (to, part) => Compile(part, to));
            case PatternNode.Choice choice:
                int[] to = [.. choice.Of.Select(part => Compile(part, next))];
                return Add(new Step { To = to });
            case PatternNode.Beginning: return Add(new Step { Condition = Anchor.Beginning, To = [next] });
            case PatternNode.End: return Add(new Step { Condition = Anchor.End, To = [next] });
            default: return Compile((PatternNode.Repeat)node, next);
        }
    }

    private int Compile(PatternNode.Repeat repeat, int next)
    {
        if (repeat.Most is { } most)
        {
            for (var i = repeat.Least; i < most && _steps.Count <= MostSteps; i++) next = Add(new Step { To = [Compile(repeat.Of, next), next] });
        }
        else
        {
            var loop = new Step();
            var at = Add(loop);
            loop.To = [Compile(repeat.Of, at), next];
            next = at;
        }

        for (var i = 0; i < repeat.Least && _steps.Count <= MostSteps; i++) next = Compile(repeat.Of, next);
        return next;
    }

    private int Add(Step step)
    {
        _steps.Add(step);
        return _steps.Count - 1;
    }

    private enum Anchor
    {
        None,
        Beginning,
        End,
    }

    private sealed class Step
    {
        public CharSet? Set { get; init; }

        public bool IsAny { get; init; }

        public Anchor Condition { get; init; }

        public int[] To { get; set; } = [];
    }
}
