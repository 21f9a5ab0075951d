namespace Gatepost.Relay.Proof.Cells;

/// <summary>Collapses values of one dimension to atoms: asks the leaves about each, and keeps one example of those that are answered alike.</summary>
/// <param name="template">An attempt in which the value is put.</param>
/// <param name="probes">What is asked about each value; at least one. Its answers are the columns of a signature.</param>
internal sealed class AtomTable<T>(Attempt template, IReadOnlyList<Probe<T>> probes) : IAtoms
{
    private readonly Dictionary<int[], int> _atoms = new(SignatureComparer.Instance);
    private readonly List<(T Value, int Rank, int[] Signature)> _examples = [];
    private readonly int[] _scratch = new int[probes.Sum(static p => p.Leaves.Count + p.Notes.Count)];

    /// <inheritdoc/>
    public int Count => _examples.Count;

    /// <summary>The examples in order.</summary>
    public IEnumerable<T> Examples => _examples.Select(static e => e.Value);

    /// <summary>Asks about a value. Of an atom's values the one with the least rank becomes its example.</summary>
    public void Add(T value, int rank)
    {
        var at = 0;
        foreach (var probe in probes) Ask(probe, probe.Put(template, value), ref at);
        var atoms = _atoms.GetAlternateLookup<ReadOnlySpan<int>>();
        if (!atoms.TryGetValue(_scratch, out var atom))
        {
            var signature = _scratch.ToArray();
            _atoms.Add(signature, _examples.Count);
            _examples.Add((value, rank, signature));
        }
        else if (rank < _examples[atom].Rank)
        {
            _examples[atom] = (value, rank, _examples[atom].Signature);
        }
    }

    /// <summary>Numbers the atoms by the rank of their examples. To be called once, after the last value.</summary>
    public AtomTable<T> Sort()
    {
        var sorted = _examples.Select(static (e, i) => (Example: e, Index: i)).OrderBy(static e => e.Example.Rank).ThenBy(static e => e.Index).Select(static e => e.Example).ToList();
        _examples.Clear();
        _examples.AddRange(sorted);
        for (var i = 0; i < sorted.Count; i++) _atoms[sorted[i].Signature] = i;
        return this;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<int> Signature(int atom) => _examples[atom].Signature;

    /// <inheritdoc/>
    public Attempt Put(Attempt attempt, int atom) => probes[0].Put(attempt, _examples[atom].Value);

    /// <inheritdoc/>
    public int Find(Attempt attempt)
    {
        var at = 0;
        foreach (var probe in probes) Ask(probe, attempt, ref at);
        return _atoms.GetAlternateLookup<ReadOnlySpan<int>>().TryGetValue(_scratch, out var atom) ? atom : -1;
    }

    private void Ask(Probe<T> probe, Attempt attempt, ref int at)
    {
        var session = new Session(probe.Policy, attempt, Knowledge.None);
        var skips = probe.Skips(session);
        foreach (var leaf in probe.Leaves) _scratch[at++] = skips ? 0 : leaf.Ask(session).Value;
        foreach (var note in probe.Notes) _scratch[at++] = note(session);
    }
}
