using System.Collections.Immutable;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>A rule that has no effect on any attempt.</summary>
/// <param name="List">The list it stands in.</param>
/// <param name="Rule">The rule.</param>
/// <param name="IsAsked">True where attempts come to it, and its condition never holds for those.</param>
/// <param name="BlockedBy">The rules that end all attempts for which it would hold; empty where it holds for none anyway.</param>
public sealed record DeadRule(RuleList List, Rule Rule, bool IsAsked, ImmutableArray<Rule> BlockedBy)
{
    /// <summary>The dead rules of a policy, in order.</summary>
    public static ImmutableArray<DeadRule> Find(PolicyProof proof)
    {
        var known = new Dictionary<Rule, RuleReach>(ReferenceEqualityComparer.Instance);
        foreach (var reach in proof.Run.Rules)
            if (reach.Rule is { } asked) known.Add(asked, reach);
        var dead = ImmutableArray.CreateBuilder<DeadRule>();
        foreach (var list in new PolicyConditions(proof.Policy).Lists)
            foreach (var rule in list.Rules)
            {
                var reach = known.GetValueOrDefault(rule);
                if (reach is not null && reach.Held != Diagram.Nothing) continue;
                // A rule that does nothing by design has nothing to be prevented from.
                if (rule.Cases.All(static c => c is Verdict.Next) && rule.OnFault is null or Verdict.Next) continue;
                dead.Add(new DeadRule(list, rule, reach is not null && reach.Reached != Diagram.Nothing, Blockers(proof, list, rule)));
            }

        return dead.DrainToImmutable();
    }

    private static ImmutableArray<Rule> Blockers(PolicyProof proof, RuleList list, Rule rule)
    {
        var store = proof.Store;
        var holds = store.Map(proof.Run.Answers(rule.When), static n => n != 0 ? 1 : 0);
        return [.. proof.Run.Rules
            .Where(r => r.Rule is not null && r.Rule != rule && store.And(ReferenceEquals(r.List, list) ? r.Left : r.Ended, holds) != Diagram.Nothing)
            .Select(static r => r.Rule!)];
    }
}
