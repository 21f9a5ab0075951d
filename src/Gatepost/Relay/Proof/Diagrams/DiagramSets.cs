namespace Gatepost.Relay.Proof.Diagrams;

/// <summary>Questions about sets of attempts.</summary>
internal static class DiagramSets
{
    /// <summary>The attempts that are in the set whatever the variables from <paramref name="from"/> on are.</summary>
    public static Diagram ForAll(this DiagramStore store, Diagram set, int from)
    {
        var done = new Dictionary<int, Diagram>();
        return Walk(set);

        Diagram Walk(Diagram d)
        {
            if (d.IsConstant) return d;
            if (store.Variable(d) >= from) return Diagram.Nothing;
            if (done.TryGetValue(d.Id, out var made)) return made;
            var variable = store.Variable(d);
            var children = new int[store.Size(variable)];
            for (var i = 0; i < children.Length; i++) children[i] = Walk(store.Child(d, i)).Id;
            return done[d.Id] = store.Make(variable, children);
        }
    }

    /// <summary>The function where one variable has one value.</summary>
    public static Diagram Restrict(this DiagramStore store, Diagram diagram, int variable, int value)
    {
        var done = new Dictionary<int, Diagram>();
        return Walk(diagram);

        Diagram Walk(Diagram d)
        {
            if (store.Variable(d) > variable) return d;
            if (store.Variable(d) == variable) return store.Child(d, value);
            if (done.TryGetValue(d.Id, out var made)) return made;
            var own = store.Variable(d);
            var children = new int[store.Size(own)];
            for (var i = 0; i < children.Length; i++) children[i] = Walk(store.Child(d, i)).Id;
            return done[d.Id] = store.Make(own, children);
        }
    }

    /// <summary>The variables that a function depends on.</summary>
    public static SortedSet<int> Support(this DiagramStore store, Diagram diagram)
    {
        var variables = new SortedSet<int>();
        store.Visit(diagram, d =>
        {
            if (!d.IsConstant) variables.Add(store.Variable(d));
            return true;
        });
        return variables;
    }

    /// <summary>For each value of a variable, whether some member of the set has it.</summary>
    public static bool[] Values(this DiagramStore store, Diagram set, int variable)
    {
        var found = new bool[store.Size(variable)];
        store.Visit(set, d =>
        {
            if (store.Variable(d) < variable) return true;
            if (store.Variable(d) == variable)
                for (var i = 0; i < found.Length; i++) found[i] |= store.Child(d, i) != Diagram.Nothing;
            else if (d != Diagram.Nothing) Array.Fill(found, true); // Skipped on the way, it is open.
            return false;
        });
        return found;
    }

    /// <summary>The first member of a set that is not empty, by the order of the values: a value for each variable.</summary>
    public static int[] First(this DiagramStore store, Diagram set)
    {
        var values = new int[store.Variables];
        while (!set.IsConstant)
        {
            var variable = store.Variable(set);
            var value = 0;
            while (store.Child(set, value) == Diagram.Nothing) value++;
            values[variable] = value;
            set = store.Child(set, value);
        }

        return values;
    }

    /// <summary>The number that a function has for the given values.</summary>
    public static int At(this DiagramStore store, Diagram diagram, ReadOnlySpan<int> values)
    {
        while (!diagram.IsConstant) diagram = store.Child(diagram, values[store.Variable(diagram)]);
        return diagram.Value;
    }

    /// <summary>The set of the attempts with one value of one variable.</summary>
    public static Diagram With(this DiagramStore store, int variable, Func<int, bool> holds) => store.Of(variable, v => holds(v) ? 1 : 0);
}
