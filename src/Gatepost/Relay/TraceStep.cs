namespace Gatepost.Relay;

/// <summary>One rule that was asked.</summary>
/// <param name="List">The list it stands in.</param>
/// <param name="Rule">The rule; null for the end of all rules.</param>
/// <param name="Answer">What its condition said.</param>
/// <param name="Verdict">What followed; <see cref="Verdict.Next"/> where nothing did.</param>
public readonly record struct TraceStep(RuleList? List, Rule? Rule, Answer Answer, Verdict Verdict)
{
    /// <summary>True where the rule would have refused and only warns.</summary>
    public bool IsOnlyWarned { get; init; }

    /// <summary>How deep in lists entered from lists, from 0.</summary>
    public int Depth { get; init; }
}
