namespace Gatepost.Relay.Proof.Cells;

/// <summary>
/// The atoms of one dimension: classes of values to which every leaf of the policy answers the same. They are numbered from 0, those with the most readable example first,
/// and cover every value that an attempt can have.
/// </summary>
internal interface IAtoms
{
    /// <summary>How many there are; at least one.</summary>
    int Count { get; }

    /// <summary>The columns of a signature: for each policy the answers of its leaves in order, then the notes.</summary>
    ReadOnlySpan<int> Signature(int atom);

    /// <summary>The attempt with the atom's example in its place.</summary>
    Attempt Put(Attempt attempt, int atom);

    /// <summary>The atom of an attempt; -1 where it is of none, which only a leaf that breaks the contract of <see cref="Landmarks"/> can bring about.</summary>
    int Find(Attempt attempt);
}
