using System.Net;
using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>
/// All attempts that one or more policies can be put, cut so finely that the policies treat every attempt of a piece alike: for each dimension the atoms of its values, and
/// for each thing that the configuration cannot answer all its answers. One variable of a diagram for each.
/// </summary>
internal sealed class PolicySpace
{
    private readonly IAtoms[] _atoms;
    private readonly Party[] _parties;
    private readonly Dictionary<Condition, int> _free = new(ReferenceEqualityComparer.Instance);
    private readonly List<FreeVariable> _variables = [];

    /// <summary>Cuts the attempts.</summary>
    public PolicySpace(ProofOptions options, params IReadOnlyList<RelayPolicy> policies)
    {
        Options = options;
        var aside = new HashSet<Leaf>(ReferenceEqualityComparer.Instance);
        LeafMarks[] marks;
        List<CellMaker> cells;
        do
        {
            marks = [.. Enum.GetValues<Dimension>().Select(static _ => new LeafMarks())];
            _parties = [.. policies.Select(p => new Party(p, marks, aside))];
            foreach (var name in options.Strangers.TrustedNames) marks[(int)Dimension.Name].Domain(name);
            cells = [.. Enum.GetValues<Dimension>().Select(d => AtomBuilder.Cells(d, marks[(int)d]))];
        }
        while (SetAside(cells, aside));

        _atoms = AtomBuilder.Make(_parties, marks, cells, options);
        Marks = marks;
        foreach (var party in _parties)
            foreach (var condition in party.SetAside.Concat(party.Conditions.Unknown))
                if (!_free.ContainsKey(condition)) Add(new FreeVariable(condition, null, true));
        foreach (var opaque in _parties.SelectMany(static p => p.Conditions.Opaques).OrderByDescending(static o => o.SparesSome)) Add(opaque);
        Store = new DiagramStore([.. _atoms.Select(static a => a.Count), .. _variables.Select(static v => v.Size)]);
    }

    public ProofOptions Options { get; }

    public DiagramStore Store { get; }

    /// <summary>The landmarks by dimension.</summary>
    public IReadOnlyList<LeafMarks> Marks { get; }

    /// <summary>The networks at which client addresses are cut.</summary>
    public IEnumerable<IPNetwork> Cuts => Marks[(int)Dimension.Client].Networks.Concat(Options.Strangers.Cuts);

    /// <summary>The first variable that is no part of an attempt.</summary>
    public int FirstFree => _atoms.Length;

    /// <summary>What the configuration cannot answer, in the order of the variables from <see cref="FirstFree"/>.</summary>
    public IReadOnlyList<FreeVariable> FreeVariables => _variables;

    /// <summary>The atoms of a dimension.</summary>
    public IAtoms Atoms(Dimension dimension) => _atoms[(int)dimension];

    /// <summary>The answers of a leaf of one of the policies; null where it is set aside.</summary>
    public Diagram? Answers(int policy, Leaf leaf)
    {
        if (_parties[policy].Column(leaf) is not { } column) return null;
        var atoms = Atoms(leaf.Dimension);
        column += Start(policy, leaf.Dimension);
        return Store.Of((int)leaf.Dimension, a => atoms.Signature(a)[column]);
    }

    /// <summary>The answers of a condition that the configuration cannot answer.</summary>
    public Diagram Answers(Condition free)
    {
        var variable = _free[free];
        return Store.Of(variable, v => _variables[variable - FirstFree].Answer(v));
    }

    /// <summary>A note on the values of a dimension, as one of the policies reads them.</summary>
    public Diagram Note(int policy, Dimension dimension, int note)
    {
        var atoms = Atoms(dimension);
        var column = Start(policy, dimension) + _parties[policy].Leaves(dimension).Count + note;
        return Store.Of((int)dimension, a => atoms.Signature(a)[column]);
    }

    /// <summary>The values of the variables for an attempt, the free ones at their first; null where a leaf broke its contract.</summary>
    public int[]? Locate(Attempt attempt)
    {
        var values = new int[Store.Variables];
        for (var i = 0; i < _atoms.Length; i++)
            if ((values[i] = _atoms[i].Find(attempt)) < 0) return null;
        return values;
    }

    /// <summary>An example of an attempt with the given values.</summary>
    public Attempt Example(ReadOnlySpan<int> values)
    {
        var attempt = AtomBuilder.Template;
        for (var i = 0; i < _atoms.Length; i++) attempt = _atoms[i].Put(attempt, values[i]);
        return attempt;
    }

    // Where the patterns of a dimension are too much together, the leaf with the most is given up first.
    private bool SetAside(List<CellMaker> cells, HashSet<Leaf> aside)
    {
        var more = false;
        for (var i = 0; i < cells.Count; i++)
        {
            if (!cells[i].IsTooLarge) continue;
            aside.Add(_parties.SelectMany(p => p.Leaves((Dimension)i)).MaxBy(static l => l.Marks.Patterns.Count + l.Marks.Prefixes.Count + l.Marks.Suffixes.Count).Leaf);
            more = true;
        }

        return more;
    }

    private int Start(int policy, Dimension dimension) =>
        _parties.Take(policy).Sum(p => p.Leaves(dimension).Count + AtomBuilder.Notes(dimension));

    // Opaque conditions that ask the same share a variable.
    private void Add(Opaque opaque)
    {
        if (_free.ContainsKey(opaque)) return;
        var known = _variables.FindIndex(v => v.Condition is Opaque other && Supposed.AreOne(other, opaque));
        if (known < 0)
        {
            Add(new FreeVariable(opaque, Options.Of(opaque)?.Value ?? (opaque.TakenForNo is null ? null : 0), opaque.MayFail));
            return;
        }

        _free.Add(opaque, FirstFree + known);
        if (opaque.MayFail) _variables[known] = _variables[known] with { MayFail = true };
    }

    private void Add(FreeVariable variable)
    {
        _free.Add(variable.Condition, FirstFree + _variables.Count);
        _variables.Add(variable);
    }
}
