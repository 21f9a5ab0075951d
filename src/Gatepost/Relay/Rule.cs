using System.Collections.Immutable;

namespace Gatepost.Relay;

/// <summary>
/// One rule: a condition, and what follows for each of its answers. Answer <c>n</c> from 1 leads to <c>Cases[n - 1]</c>;
/// 0 (no) asks the next rule; a fault leads to <see cref="OnFault"/>.
/// </summary>
/// <param name="Text">The rule as the configuration has it: <c>reject_unauth_destination</c>, <c>accept hosts = +relay_from_hosts</c>.</param>
/// <param name="When">What it asks.</param>
/// <param name="Cases">What follows for the answers from 1; at least <c>When.Answers</c> of them.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record Rule(string Text, Condition When, ImmutableArray<Verdict> Cases, Origin Origin)
{
    /// <summary>What follows when the condition cannot be answered because something is broken (a map that is missing); null: as if the answer were no.</summary>
    public Verdict? OnFault { get; init; }

    /// <summary>True where a refusal by this rule, or by the list it enters, is only logged (Postfix: warn_if_reject).</summary>
    public bool WarnsOnly { get; init; }

    /// <summary>A rule with a condition of yes or no.</summary>
    public static Rule Of(string text, Condition when, Verdict then, Origin origin) => new(text, when, [then], origin);
}
