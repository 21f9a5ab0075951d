namespace Gatepost.Relay.Proof;

/// <summary>Knowledge in which conditions that the configuration cannot answer give the answers supposed for one attempt.</summary>
internal sealed class World(IReadOnlyList<(Opaque Condition, int Answer)> answers) : Knowledge
{
    /// <summary>The world of some values of the free variables of a space.</summary>
    public static World Of(PolicySpace space, ReadOnlySpan<int> values)
    {
        var answers = new List<(Opaque, int)>();
        for (var i = 0; i < space.FreeVariables.Count; i++)
            if (space.FreeVariables[i].Condition is Opaque opaque) answers.Add((opaque, space.FreeVariables[i].Answer(values[space.FirstFree + i])));
        return new World(answers);
    }

    /// <summary>The world in which only what is assumed, and what spares some, is answered, and what a question supposes.</summary>
    public static World Plain(PolicySpace space, IReadOnlyDictionary<int, int>? supposed = null)
    {
        var answers = new List<(Opaque, int)>();
        for (var i = 0; i < space.FreeVariables.Count; i++)
        {
            var free = space.FreeVariables[i];
            if (free.Condition is not Opaque opaque) continue;
            if (supposed is not null && supposed.TryGetValue(space.FirstFree + i, out var value)) answers.Add((opaque, free.Answer(value)));
            else if (free.Assumed is not null || free.SparesSome) answers.Add((opaque, free.Answer(0)));
        }

        return new World(answers);
    }

    /// <inheritdoc/>
    public override Answer? Ask(Opaque condition, Session session)
    {
        foreach (var (known, answer) in answers)
            if (Supposed.AreOne(known, condition)) return new Answer(answer) { Asked = condition };
        return null;
    }
}
