namespace Gatepost.Relay.Proof.Regular;

/// <summary>
/// Visits all states of a machine that reads texts from their end, by the shortest way to each: what a machine can tell apart, with a text that shows it.
/// </summary>
/// <typeparam name="T">The state.</typeparam>
internal sealed class Exploration<T>
    where T : struct, IEquatable<T>
{
    /// <summary>More states than this are not visited.</summary>
    public const int MostStates = 400_000;

    private readonly HashSet<T> _seen = [];
    private readonly List<(T State, int Parent, char Read)> _visited = [];

    /// <summary>Visits the states.</summary>
    /// <param name="start">The state before anything is read.</param>
    /// <param name="next">What follows a state: the characters that lead to distinct states, and those.</param>
    public Exploration(T start, Func<T, IEnumerable<(char Read, T State)>> next)
    {
        Visit(start, -1, '\0');
        for (var at = 0; at < _visited.Count && !IsTooLarge; at++)
            foreach (var (read, state) in next(_visited[at].State)) Visit(state, at, read);
    }

    /// <summary>The number of states visited.</summary>
    public int Count => _visited.Count;

    /// <summary>True where there are more states than were visited.</summary>
    public bool IsTooLarge => _visited.Count > MostStates;

    /// <summary>The states with a shortest text for each, without those that are alike in what counts.</summary>
    public IEnumerable<(T State, string Text)> DistinctBy<TKey>(Func<T, TKey> key)
    {
        var told = new HashSet<TKey>();
        for (var i = 0; i < _visited.Count; i++)
            if (told.Add(key(_visited[i].State))) yield return (_visited[i].State, Text(i));
    }

    private void Visit(T state, int parent, char read)
    {
        if (_seen.Add(state)) _visited.Add((state, parent, read));
    }

    // What was read last stands first.
    private string Text(int index)
    {
        var text = new System.Text.StringBuilder();
        for (; index > 0; index = _visited[index].Parent) text.Append(_visited[index].Read);
        return text.ToString();
    }
}
