using System.Collections.Immutable;

namespace Gatepost.Relay.Proof.Regular;

/// <summary>A regular expression taken apart. A closed set.</summary>
internal abstract record PatternNode
{
    private PatternNode() { }

    /// <summary>One character of a set.</summary>
    public sealed record Characters(CharSet Set) : PatternNode;

    /// <summary>One after the other; none at all is the empty text.</summary>
    public sealed record Sequence(ImmutableArray<PatternNode> Of) : PatternNode;

    /// <summary>One of several.</summary>
    public sealed record Choice(ImmutableArray<PatternNode> Of) : PatternNode;

    /// <summary>So many times.</summary>
    /// <param name="Of">What is repeated.</param>
    /// <param name="Least">At least.</param>
    /// <param name="Most">At most; null without an end.</param>
    public sealed record Repeat(PatternNode Of, int Least, int? Most) : PatternNode;

    /// <summary>The beginning of the text.</summary>
    public sealed record Beginning : PatternNode;

    /// <summary>The end of the text.</summary>
    public sealed record End : PatternNode;
}
