using Gatepost.Relay.Proof.Regular;

namespace Gatepost.Relay.Proof.Cells;

/// <summary>One of the policies that are looked at together, with its own leaves.</summary>
internal sealed class Party
{
    private static readonly int Dimensions = Enum.GetValues<Dimension>().Length;
    private readonly List<(Leaf Leaf, LeafMarks Marks)>[] _leaves = [.. Enumerable.Range(0, Dimensions).Select(static _ => new List<(Leaf, LeafMarks)>())];
    private readonly Dictionary<Leaf, int> _columns = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gathers the leaves, and adds their landmarks to those of their dimensions.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="marks">The landmarks by dimension.</param>
    /// <param name="aside">Leaves that are not to be taken apart.</param>
    public Party(RelayPolicy policy, IReadOnlyList<LeafMarks> marks, IReadOnlySet<Leaf> aside)
    {
        Policy = policy;
        Conditions = new PolicyConditions(policy);
        foreach (var leaf in Conditions.Leaves)
        {
            var named = LeafMarks.Of(leaf);
            var dimension = (int)leaf.Dimension;
            if (aside.Contains(leaf) || !CanTakeApart(leaf, named))
            {
                SetAside.Add(leaf);
                continue;
            }

            _columns.Add(leaf, _leaves[dimension].Count);
            _leaves[dimension].Add((leaf, named));
            marks[dimension].Add(named);
        }

        policy.Addressing.Mark(marks[(int)Dimension.Sender]);
        policy.Addressing.Mark(marks[(int)Dimension.Recipient]);
        var classes = new LeafMarks();
        foreach (var leaf in PolicyConditions.LeavesOf(policy.Classes)) leaf.Mark(classes);
        Own = new OwnDomains(classes);
    }

    public RelayPolicy Policy { get; }

    public PolicyConditions Conditions { get; }

    /// <summary>The domains that its classes name.</summary>
    public OwnDomains Own { get; }

    /// <summary>Leaves that cannot be taken apart: they may answer anything.</summary>
    public List<Leaf> SetAside { get; } = [];

    /// <summary>The leaves on a dimension in the order of their columns.</summary>
    public IReadOnlyList<(Leaf Leaf, LeafMarks Marks)> Leaves(Dimension dimension) => _leaves[(int)dimension];

    /// <summary>The column of a leaf among those of its dimension and this policy; null where it is set aside.</summary>
    public int? Column(Leaf leaf) => _columns.TryGetValue(leaf, out var column) ? column : null;

    private static bool CanTakeApart(Leaf leaf, LeafMarks marks) =>
        (leaf.Dimension is Dimension.Client or Dimension.Name || marks.Networks.Count == 0)
        && marks.Patterns.All(static p => PatternParser.Parse(p.Pattern, p.IgnoreCase) is not null)
        && !(leaf.Dimension is Dimension.Sender or Dimension.Recipient && AddressCells.HasTooManyPairs(marks));
}
