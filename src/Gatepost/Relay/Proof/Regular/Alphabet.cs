namespace Gatepost.Relay.Proof.Regular;

/// <summary>The characters in classes that no pattern tells apart. Line ends and NUL are in no attempt.</summary>
internal sealed class Alphabet
{
    private const int Characters = 65536;
    private readonly ushort[] _classes = new ushort[Characters];
    private readonly Dictionary<CharSet, bool[]> _sets = new(ReferenceEqualityComparer.Instance);
    private readonly List<char>[] _examples;

    /// <summary>Makes the classes: by sets, and by single characters that stand for themselves.</summary>
    public Alphabet(IEnumerable<CharSet> sets, IEnumerable<char> singles)
    {
        var distinct = sets.Distinct(ReferenceEqualityComparer.Instance).Cast<CharSet>().ToList();
        Count = 1;
        foreach (var set in distinct) Refine(c => set.Contains(c));
        foreach (var single in singles) Refine(c => c == single);
        _examples = [.. Enumerable.Range(0, Count).Select(static _ => new List<char>())];
        foreach (var c in Readable())
            if (_examples[_classes[c]].Count < 80) _examples[_classes[c]].Add(c);
        foreach (var set in distinct)
        {
            var members = new bool[Count];
            for (var i = 0; i < Count; i++) members[i] = _examples[i].Count > 0 && set.Contains(_examples[i][0]);
            _sets.Add(set, members);
        }
    }

    /// <summary>The number of classes.</summary>
    public int Count { get; private set; }

    /// <summary>The class of a character.</summary>
    public int Class(char c) => _classes[c];

    /// <summary>Whether a class is in a set that the alphabet was made for.</summary>
    public bool[] Members(CharSet set) => _sets[set];

    /// <summary>The most readable character of a class that is not excluded; null where there is none.</summary>
    public char? Example(int @class, Func<char, bool> excluded)
    {
        foreach (var c in _examples[@class])
            if (!excluded(c)) return c;
        // More characters are excluded than were kept.
        for (var c = 1; c < Characters; c++)
            if (_classes[c] == @class && IsPossible((char)c) && !excluded((char)c)) return (char)c;
        return null;
    }

    private void Refine(Func<char, bool> holds)
    {
        var names = new int[Count * 2];
        Array.Fill(names, -1);
        var count = 0;
        for (var c = 0; c < Characters; c++)
        {
            ref var name = ref names[(_classes[c] * 2) + (holds((char)c) ? 1 : 0)];
            if (name < 0) name = count++;
            _classes[c] = (ushort)name;
        }

        Count = count;
    }

    // The most readable first.
    private static IEnumerable<char> Readable()
    {
        const string best = "xanetorisldhcumpfgybwvkjqz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ.@";
        foreach (var c in best) yield return c;
        for (var c = 1; c < Characters; c++)
            if (IsPossible((char)c) && !best.Contains((char)c, StringComparison.Ordinal)) yield return (char)c;
    }

    private static bool IsPossible(char c) => c is not ('\0' or '\r' or '\n');
}
