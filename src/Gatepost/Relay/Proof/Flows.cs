using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>Sets of attempts by what is pending for them; disjoint.</summary>
internal sealed class Flows(DiagramStore store)
{
    private readonly Dictionary<Pending, Diagram> _sets = [];

    public IEnumerable<(Pending Pending, Diagram Set)> All => _sets.Select(static p => (p.Key, p.Value));

    public bool IsEmpty => _sets.Count == 0;

    public void Add(Pending pending, Diagram set)
    {
        if (set == Diagram.Nothing) return;
        _sets[pending] = _sets.TryGetValue(pending, out var known) ? store.Or(known, set) : set;
    }

    /// <summary>The same sets with nothing pending for a refusal.</summary>
    public Flows WithoutIfReject()
    {
        var forgotten = new Flows(store);
        foreach (var (pending, set) in _sets) forgotten.Add(pending with { IfReject = ReplyKind.None }, set);
        return forgotten;
    }

    public void Add(Flows other)
    {
        foreach (var (pending, set) in other._sets) Add(pending, set);
    }
}
