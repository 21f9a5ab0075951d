using System.Collections.Immutable;

namespace Gatepost.Relay.Conditions;

/// <summary>Asked in order; the first that does not say yes decides: no, fault or unknown. Yes where none is left.</summary>
public sealed class AllOf(ImmutableArray<Condition> of) : Condition
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Condition> Of { get; } = of;

    /// <inheritdoc/>
    public override IEnumerable<Condition> Parts => Of;

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        var last = Answer.Yes;
        foreach (var condition in Of)
        {
            var answer = condition.Ask(session);
            if (!answer.IsYes) return answer;
            if (answer.At is not null) last = answer with { Value = 1 };
        }

        return last;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" and ", Of.Select(static c => c is AnyOf or FirstOf ? $"({c})" : c.ToString()));
}
