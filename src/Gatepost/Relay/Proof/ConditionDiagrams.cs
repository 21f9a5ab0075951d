using Gatepost.Relay.Conditions;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>The answers of conditions over all attempts, each condition taken apart once.</summary>
internal sealed class ConditionDiagrams(PolicySpace space, int policy)
{
    // Stands for an exception of a FirstOf until the whole is put together.
    private const int Exception = int.MaxValue - 4;

    private readonly Dictionary<Condition, Diagram> _done = new(ReferenceEqualityComparer.Instance);

    private DiagramStore Store => space.Store;

    /// <summary>The function from attempts to the answer of a condition.</summary>
    public Diagram Of(Condition condition)
    {
        if (_done.TryGetValue(condition, out var known)) return known;
        var made = Make(condition);
        _done.Add(condition, made);
        return made;
    }

    private Diagram Make(Condition condition)
    {
        switch (condition)
        {
            case Always: return Diagram.Everything;
            case Leaf leaf when space.Answers(policy, leaf) is { } answers: return answers;
            case Not not: return Store.Map(Of(not.Of), static n => n < 0 ? n : n == 0 ? 1 : 0);
            case AllOf all: return all.Of.Aggregate(Diagram.Everything, (done, next) => Store.Then(done, Yes(next)));
            case AnyOf any: return any.Of.Aggregate(Diagram.Nothing, (done, next) => Store.Else(done, Yes(next)));
            case FirstOf first: return Make(first);
            case ClassIs one: return Store.Map(Of(one.Classes), n => n < 0 ? n : one.Includes((AddressClass)n) ? 1 : 0);
            default: return space.Answers(condition);
        }
    }

    private Diagram Make(FirstOf first)
    {
        var answer = Diagram.Nothing;
        foreach (var (when, value) in first.Cases)
            answer = Store.Else(answer, Store.Map(Of(when), n => n <= 0 ? n : value == 0 ? Exception : value));
        return Store.Map(answer, static n => n == Exception ? 0 : n);
    }

    private Diagram Yes(Condition condition) => Store.Map(Of(condition), static n => Math.Min(n, 1));
}
