using Gatepost.Relay.Proof.Regular;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>
/// The values of one dimension that stand for all its values, by its landmarks. Where patterns, prefixes or suffixes are named, automata find a text for everything that these and the
/// keys can tell apart together; otherwise the keys alone do.
/// </summary>
internal sealed class CellMaker
{
    // Over all groups of local parts.
    private const int MostStates = 1_000_000;
    private const string Special = ".@%!\" ";
    private readonly LeafMarks _marks;
    private readonly List<(string Text, int Group)> _found = [];
    private readonly List<List<string>> _localParts = [];
    private int _states;

    /// <summary>Looks for them.</summary>
    /// <param name="marks">The landmarks.</param>
    /// <param name="first">What an example of a name that is not named begins with.</param>
    /// <param name="isAddress">True for addresses.</param>
    public CellMaker(LeafMarks marks, string first, bool isAddress)
    {
        _marks = marks;
        Fresh = FreshNames.For(marks, first);
        if (!marks.NeedsAutomaton) return;
        var patterns = marks.AllPatterns(isAddress).Select(static p => (p.Over, Node: PatternParser.Parse(p.Pattern, p.IgnoreCase)!)).ToList();
        var alphabet = new Alphabet(patterns.SelectMany(static p => PatternAutomaton.Sets(p.Node)), Special.Union(marks.Cuts));
        var whole = Automata(PatternSubject.Whole);
        if (isAddress) FindAddresses(alphabet, Automata(PatternSubject.Domain), whole, Automata(PatternSubject.LocalPart));
        else FindTexts(alphabet, whole);

        List<PatternAutomaton> Automata(PatternSubject over) => [.. patterns.Where(p => p.Over == over).Select(p => new PatternAutomaton(p.Node, alphabet))];
    }

    /// <summary>Names that nothing is said about.</summary>
    public FreshNames Fresh { get; }

    /// <summary>True where there is too much to tell apart; there are no cells then.</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>The number of groups of domains: within one, patterns over whole addresses are as far as at the others.</summary>
    public int Groups => Math.Max(1, _localParts.Count);

    /// <summary>Texts: client names, HELO names, logins, fields of certificates.</summary>
    public IEnumerable<(string Value, int Rank)> Texts() => TextCells.Texts(_marks, Fresh).Concat(_found.Select(static f => (f.Text, 600 + TextCells.Rank(f.Text))));

    /// <summary>Domains of addresses, with their group.</summary>
    public IEnumerable<(string Value, int Rank, int Group)> Domains()
    {
        foreach (var (text, rank) in TextCells.Domains(_marks, Fresh).Concat(TextCells.Literals)) yield return (text, rank, GroupOf(text));
        foreach (var (text, group) in _found) yield return (text, 600 + TextCells.Rank(text), group);
    }

    /// <summary>Local parts before the domains of a group.</summary>
    public IEnumerable<(string Value, int Rank)> LocalParts(int group) =>
        TextCells.LocalParts(_marks, Fresh).Concat(_localParts.Count == 0 ? [] : _localParts[group].Select(static l => (l, 600 + TextCells.Rank(l))));

    /// <summary>Local parts before any domain.</summary>
    public IEnumerable<string> AllLocalParts() => Enumerable.Range(0, Groups).SelectMany(LocalParts).Select(static l => l.Value).Distinct();

    private Func<string, int> GroupOf { get; set; } = static _ => 0;

    private void FindTexts(Alphabet alphabet, List<PatternAutomaton> patterns)
    {
        var vectors = new PatternVectors(alphabet, patterns);
        var tree = Domains(_marks);
        foreach (var text in _marks.Texts) tree.Add(text);
        var found = new DomainMachine(tree, vectors, alphabet, '\0').Explore(vectors.Number([.. patterns.Select(static p => p.Start)]));
        IsTooLarge = found.IsTooLarge || vectors.IsTooLarge;
        if (IsTooLarge) return;
        foreach (var (_, text) in found.DistinctBy(s => (tree.IsKey(s.Node) || s.Node == 0 ? s.Node : KeyTree.Off, s.Below, s.Labels, s.HasEmptyLabel, vectors.Accepts(s.Vector, ..)))) _found.Add((text, 0));
    }

    private void FindAddresses(Alphabet alphabet, List<PatternAutomaton> domain, List<PatternAutomaton> whole, List<PatternAutomaton> local)
    {
        var vectors = new PatternVectors(alphabet, [.. domain, .. whole]);
        var start = vectors.Number([.. vectors.Automata.Select(static a => a.Start)]);
        var tree = Domains(_marks);
        var found = new DomainMachine(tree, vectors, alphabet, '@').Explore(start);
        if (IsTooLarge = found.IsTooLarge || vectors.IsTooLarge) return;
        var locals = new PatternVectors(alphabet, [.. whole, .. local]);
        var groups = new Dictionary<int, int>();
        foreach (var (state, text) in found.DistinctBy(s => (tree.IsKey(s.Node) || s.Node == 0 ? s.Node : KeyTree.Off, s.Below, s.Labels, s.HasEmptyLabel, vectors.Accepts(s.Vector, ..domain.Count), Before(s.Vector))))
            _found.Add((text, Group(Before(state.Vector))));
        GroupOf = text => Group(Before(text.Reverse().Aggregate(start, vectors.Next)));
        foreach (var vector in groups.Keys.ToList())
            if (!IsTooLarge) FindLocalParts(alphabet, locals, vector);

        int Group(int vector)
        {
            if (!groups.TryGetValue(vector, out var group)) groups.Add(vector, group = groups.Count);
            return group;
        }

        // How far the patterns over whole addresses are before a local part.
        int Before(int vector) => locals.Number([.. vectors.States(vectors.Next(vector, '@'))[domain.Count..], .. local.Select(static l => l.Start)]);
    }

    private void FindLocalParts(Alphabet alphabet, PatternVectors vectors, int start)
    {
        var tree = new KeyTree();
        foreach (var local in _marks.LocalParts) tree.Add(local);
        var found = new LocalPartMachine(tree, _marks.Cuts, vectors, alphabet).Explore(start);
        IsTooLarge |= found.IsTooLarge || vectors.IsTooLarge || (_states += found.Count) > MostStates;
        if (IsTooLarge) return;
        _localParts.Add([.. found
            .DistinctBy(s => (tree.IsKey(s.Node) || s.Node == 0 ? s.Node : KeyTree.Off, !s.IsCut ? KeyTree.Off - 1 : tree.IsKey(s.Base) || s.Base == 0 ? s.Base : KeyTree.Off, s.Routes, vectors.Accepts(s.Vector, ..)))
            .Select(static f => f.Text)]);
    }

    private static KeyTree Domains(LeafMarks marks)
    {
        var tree = new KeyTree();
        foreach (var domain in marks.Domains) tree.AddDomain(domain);
        return tree;
    }
}
