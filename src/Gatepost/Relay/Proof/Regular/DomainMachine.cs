namespace Gatepost.Relay.Proof.Regular;

/// <summary>Reads domains or other texts, and knows which keys they are, which domains they are below and how far the patterns are.</summary>
/// <param name="tree">The keys.</param>
/// <param name="vectors">The patterns.</param>
/// <param name="alphabet">The characters.</param>
/// <param name="excluded">A character that cannot occur; NUL for none.</param>
internal sealed class DomainMachine(KeyTree tree, PatternVectors vectors, Alphabet alphabet, char excluded)
{
    /// <summary>What has been read.</summary>
    /// <param name="Node">The node of the tree, or off it.</param>
    /// <param name="Below">The nearest domain that the text is below; 0 for none.</param>
    /// <param name="Labels">By how many labels: 1, or 2 for more.</param>
    /// <param name="HasEmptyLabel">True where it would begin with a dot.</param>
    /// <param name="Vector">How far the patterns are.</param>
    public readonly record struct State(int Node, int Below, int Labels, bool HasEmptyLabel, int Vector);

    /// <summary>Every state that can be reached.</summary>
    public Exploration<State> Explore(int start) => new(new State(0, 0, 0, false, start), Next);

    private IEnumerable<(char, State)> Next(State state)
    {
        foreach (var c in tree.Edges(state.Node))
            if (c != excluded) yield return (c, Read(state, c));
        for (var @class = 0; @class < alphabet.Count; @class++)
            if (alphabet.Example(@class, c => c == excluded || tree.Next(state.Node, c) != KeyTree.Off) is { } c) yield return (c, Read(state, c));
    }

    private State Read(State state, char c)
    {
        var (below, labels) = c != '.' ? (state.Below, state.Labels)
            : tree.IsDomain(state.Node) ? (state.Node, 1)
            : (state.Below, state.Below == 0 ? 0 : 2);
        return new State(tree.Next(state.Node, c), below, labels, c == '.', vectors.Next(state.Vector, c));
    }
}
