using System.Collections.Immutable;

namespace Gatepost.Relay.Conditions;

/// <summary>
/// Asked in order; the first that does not say no decides: the answer is the <see cref="Case.Value"/> beside it, or its fault, or that it is unknown.
/// For ordered lists with exceptions, and for the classes of recipients. A value of 0 is an exception: no, and nothing more is asked.
/// </summary>
public sealed class FirstOf(ImmutableArray<FirstOf.Case> cases, int answers) : Condition
{
    /// <summary>A condition and the answer where it holds.</summary>
    public readonly record struct Case(Condition When, int Value);

    /// <summary>The cases.</summary>
    public ImmutableArray<Case> Cases { get; } = cases;

    /// <inheritdoc/>
    public override int Answers { get; } = answers;

    /// <inheritdoc/>
    public override IEnumerable<Condition> Parts => Cases.Select(static c => c.When);

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        foreach (var (when, value) in Cases)
        {
            var answer = when.Ask(session);
            if (answer.Value != 0) return answer.IsYes ? answer with { Value = value } : answer;
        }

        return Answer.No;
    }

    /// <inheritdoc/>
    public override string ToString() => $"first of ({string.Join(", ", Cases.Select(static c => $"{c.When} → {c.Value}"))})";
}
