using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>What the results of one access table lead to: each distinct value is an answer from 1.</summary>
internal sealed class TableActions
{
    private readonly Dictionary<string, int> _answers = new(StringComparer.Ordinal);

    private TableActions(ImmutableArray<Verdict> cases) => Cases = cases;

    /// <summary>What follows for each answer from 1.</summary>
    public ImmutableArray<Verdict> Cases { get; private set; }

    /// <summary>The largest answer.</summary>
    public int Answers => Math.Max(1, Cases.Length);

    /// <summary>The answer for a result.</summary>
    public int Answer(TableResult result) =>
        _answers.TryGetValue(result.Entry!.Value, out var answer) || _answers.TryGetValue(result.Value!, out answer) ? answer : 1;

    /// <summary>Reads the values of a table that is known.</summary>
    public static TableActions Of(PostfixTable table, ActionMaker maker)
    {
        var actions = new TableActions([]);
        var cases = ImmutableArray.CreateBuilder<Verdict>();
        foreach (var entry in table.Entries)
        {
            if (actions._answers.ContainsKey(entry.Value)) continue;
            actions._answers[entry.Value] = cases.Count + 1;
            cases.Add(maker.Make(entry));
        }

        if (cases.Count == 0) cases.Add(Verdict.Next.Instance);
        actions.Cases = cases.ToImmutable();
        return actions;
    }
}
