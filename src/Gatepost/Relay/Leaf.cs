namespace Gatepost.Relay;

/// <summary>
/// A condition on one part of the attempt. The proof never looks inside: it asks the leaf about representatives, which it makes from
/// the <see cref="Landmarks"/> that the leaf names. A leaf that leaves out a landmark makes a proof unsound, one that names too many only slow.
/// </summary>
public abstract class Leaf : Condition
{
    /// <summary>The part it looks at. Its answer must depend on nothing else.</summary>
    public abstract Dimension Dimension { get; }

    /// <summary>Names every value at which the answer may change; see <see cref="Landmarks"/> for what may lie between them.</summary>
    public abstract void Mark(Landmarks landmarks);
}
