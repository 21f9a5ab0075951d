namespace Gatepost.Relay.Proof.Regular;

/// <summary>Reads local parts, and knows which keys they are, whole and up to the first delimiter, which signs of routes they hold and how far the patterns are.</summary>
/// <param name="tree">The keys.</param>
/// <param name="cuts">The delimiters.</param>
/// <param name="vectors">The patterns.</param>
/// <param name="alphabet">The characters.</param>
internal sealed class LocalPartMachine(KeyTree tree, IReadOnlySet<char> cuts, PatternVectors vectors, Alphabet alphabet)
{
    private const string Signs = "%!@";

    /// <summary>What has been read.</summary>
    /// <param name="Node">The node of the whole.</param>
    /// <param name="Base">The node of what stands before the delimiters read so far.</param>
    /// <param name="IsCut">True where there are such.</param>
    /// <param name="Routes">A bit for each sign of a route.</param>
    /// <param name="Vector">How far the patterns are.</param>
    public readonly record struct State(int Node, int Base, bool IsCut, int Routes, int Vector);

    /// <summary>Every state that can be reached.</summary>
    public Exploration<State> Explore(int start) => new(new State(0, 0, false, 0, start), Next);

    private IEnumerable<(char, State)> Next(State state)
    {
        foreach (var c in tree.Edges(state.Node).Union(tree.Edges(state.Base))) yield return (c, Read(state, c));
        for (var @class = 0; @class < alphabet.Count; @class++)
            if (alphabet.Example(@class, c => tree.Next(state.Node, c) != KeyTree.Off || tree.Next(state.Base, c) != KeyTree.Off) is { } c) yield return (c, Read(state, c));
    }

    private State Read(State state, char c)
    {
        var isCut = cuts.Contains(c);
        var sign = Signs.IndexOf(c, StringComparison.Ordinal);
        return new State(
            tree.Next(state.Node, c),
            isCut ? 0 : tree.Next(state.Base, c),
            state.IsCut || isCut,
            sign < 0 ? state.Routes : state.Routes | (1 << sign),
            vectors.Next(state.Vector, c));
    }
}
