using System.Collections.Immutable;

namespace Gatepost.Relay.Conditions;

/// <summary>Asked in order; the first that does not say no decides: yes, fault or unknown. No where none is left.</summary>
public sealed class AnyOf(ImmutableArray<Condition> of) : Condition
{
    /// <summary>The conditions.</summary>
    public ImmutableArray<Condition> Of { get; } = of;

    /// <inheritdoc/>
    public override IEnumerable<Condition> Parts => Of;

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        foreach (var condition in Of)
        {
            var answer = condition.Ask(session);
            if (answer.Value != 0) return answer.IsYes ? answer with { Value = 1 } : answer;
        }

        return Answer.No;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" or ", Of.Select(static c => c is AllOf or FirstOf ? $"({c})" : c.ToString()));
}
