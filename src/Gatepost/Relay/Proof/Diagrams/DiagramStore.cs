namespace Gatepost.Relay.Proof.Diagrams;

/// <summary>
/// Makes decision diagrams over variables in a fixed order, each with finitely many values, and keeps every distinct function once (hash-consing): sets of attempts
/// are functions to 0 and 1, conditions functions to their answers. Not thread-safe; lives as long as one question.
/// </summary>
/// <param name="sizes">The number of values of each variable; at least one each.</param>
internal sealed class DiagramStore(IReadOnlyList<int> sizes)
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<Node, int> _known = [];
    private readonly Dictionary<(Operation, int, int), int> _combined = [];

    /// <summary>The number of variables.</summary>
    public int Variables => sizes.Count;

    /// <summary>The number of values of a variable.</summary>
    public int Size(int variable) => sizes[variable];

    /// <summary>The variable that a node asks; the number of all variables for a constant.</summary>
    public int Variable(Diagram diagram) => diagram.IsConstant ? sizes.Count : _nodes[diagram.Id].Variable;

    /// <summary>What a node leads to for one value of its variable.</summary>
    public Diagram Child(Diagram diagram, int value) => new(_nodes[diagram.Id].Children[value]);

    /// <summary>What a function becomes where a variable, not after its own first one, has a value.</summary>
    public Diagram At(Diagram diagram, int variable, int value) => Variable(diagram) == variable ? Child(diagram, value) : diagram;

    /// <summary>The function that maps each value of one variable to a number.</summary>
    public Diagram Of(int variable, Func<int, int> number)
    {
        var children = new int[sizes[variable]];
        for (var i = 0; i < children.Length; i++) children[i] = Diagram.Constant(number(i)).Id;
        return Make(variable, children);
    }

    public Diagram And(Diagram a, Diagram b) => Combine(Operation.And, a, b);

    public Diagram Or(Diagram a, Diagram b) => Combine(Operation.Or, a, b);

    public Diagram Without(Diagram a, Diagram b) => Combine(Operation.Without, a, b);

    /// <summary>The first function; where it is 0, the second.</summary>
    public Diagram Else(Diagram first, Diagram second) => Combine(Operation.Else, first, second);

    /// <summary>The second function where the first is above 0; elsewhere the first.</summary>
    public Diagram Then(Diagram first, Diagram second) => Combine(Operation.Then, first, second);

    /// <summary>The function with each of its numbers replaced.</summary>
    public Diagram Map(Diagram diagram, Func<int, int> number) => Map(diagram, number, []);

    /// <summary>The set where a function has a number.</summary>
    public Diagram Where(Diagram diagram, int number) => Map(diagram, n => n == number ? 1 : 0);

    /// <summary>The numbers that a function takes, in ascending order.</summary>
    public IReadOnlyCollection<int> Numbers(Diagram diagram)
    {
        var numbers = new SortedSet<int>();
        Visit(diagram, d =>
        {
            if (d.IsConstant) numbers.Add(d.Value);
            return true;
        });
        return numbers;
    }

    /// <summary>Walks over the distinct nodes and constants; where the callback says no, not further down.</summary>
    public void Visit(Diagram diagram, Func<Diagram, bool> visit)
    {
        var seen = new HashSet<int> { diagram.Id };
        var open = new Stack<Diagram>([diagram]);
        while (open.TryPop(out var next))
        {
            if (!visit(next) || next.IsConstant) continue;
            foreach (var child in _nodes[next.Id].Children)
                if (seen.Add(child)) open.Push(new Diagram(child));
        }
    }

    /// <summary>A node, or what all its values lead to where that is one.</summary>
    internal Diagram Make(int variable, int[] children)
    {
        if (!children.AsSpan().ContainsAnyExcept(children[0])) return new Diagram(children[0]);
        var node = new Node(variable, children);
        if (!_known.TryGetValue(node, out var id))
        {
            id = _nodes.Count;
            _nodes.Add(node);
            _known.Add(node, id);
        }

        return new Diagram(id);
    }

    private Diagram Combine(Operation operation, Diagram a, Diagram b)
    {
        if (Short(operation, a, b) is { } known) return known;
        if (_combined.TryGetValue((operation, a.Id, b.Id), out var made)) return new Diagram(made);
        var variable = Math.Min(Variable(a), Variable(b));
        var children = new int[sizes[variable]];
        for (var i = 0; i < children.Length; i++) children[i] = Combine(operation, At(a, variable, i), At(b, variable, i)).Id;
        var result = Make(variable, children);
        _combined.Add((operation, a.Id, b.Id), result.Id);
        return result;
    }

    // What needs no look inside; always an answer where both are constants.
    private static Diagram? Short(Operation operation, Diagram a, Diagram b) => operation switch
    {
        Operation.And when a == Diagram.Nothing || b == Diagram.Everything || a == b => a,
        Operation.And when b == Diagram.Nothing || a == Diagram.Everything => b,
        Operation.Or when a == Diagram.Everything || b == Diagram.Nothing || a == b => a,
        Operation.Or when b == Diagram.Everything || a == Diagram.Nothing => b,
        Operation.Without when a == Diagram.Nothing || b == Diagram.Nothing => a,
        Operation.Without when b == Diagram.Everything || a == b => Diagram.Nothing,
        Operation.Else when a.IsConstant => a.Value == 0 ? b : a,
        Operation.Then when a.IsConstant => a.Value > 0 ? b : a,
        _ => null,
    };

    private Diagram Map(Diagram diagram, Func<int, int> number, Dictionary<int, Diagram> done)
    {
        if (diagram.IsConstant) return Diagram.Constant(number(diagram.Value));
        if (done.TryGetValue(diagram.Id, out var made)) return made;
        var node = _nodes[diagram.Id];
        var children = new int[node.Children.Length];
        for (var i = 0; i < children.Length; i++) children[i] = Map(new Diagram(node.Children[i]), number, done).Id;
        return done[diagram.Id] = Make(node.Variable, children);
    }

    private enum Operation
    {
        And,
        Or,
        Without,
        Else,
        Then,
    }

    private readonly struct Node(int variable, int[] children) : IEquatable<Node>
    {
        public int Variable { get; } = variable;

        public int[] Children { get; } = children;

        public bool Equals(Node other) => Variable == other.Variable && Children.AsSpan().SequenceEqual(other.Children);

        public override bool Equals(object? obj) => obj is Node other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Variable);
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Children.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
