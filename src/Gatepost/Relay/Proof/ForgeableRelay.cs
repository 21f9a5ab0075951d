using System.Collections.Immutable;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>A rule by which strangers relay who say what it asks for: a sender, a HELO name, a recipient's address, things that anybody can write.</summary>
/// <param name="List">The list.</param>
/// <param name="Rule">The rule that lets them in.</param>
/// <param name="On">What they must write.</param>
/// <param name="Attempt">An attempt that relays by it.</param>
/// <param name="Decision">What the evaluator decides on it.</param>
public sealed record ForgeableRelay(RuleList List, Rule Rule, ImmutableArray<Dimension> On, Attempt Attempt, Decision Decision)
{
    /// <summary>Every such rule, with an attempt each.</summary>
    public static ImmutableArray<ForgeableRelay> Find(PolicyProof proof)
    {
        var open = proof.Store.ForAll(proof.Store.And(proof.Relays, proof.Strangers), proof.Space.FirstFree);
        var found = ImmutableArray.CreateBuilder<ForgeableRelay>();
        foreach (var reach in proof.Run.Rules)
        {
            if (reach is not { List: { } list, Rule: { } rule } || !rule.Cases.Any(static c => c is Verdict.Permit or Verdict.PermitStage or Verdict.Accept)) continue;
            var on = PolicyConditions.LeavesOf(rule.When).Select(static l => l.Dimension).Distinct().Where(static d => d is Dimension.Sender or Dimension.Helo or Dimension.Recipient).Order().ToImmutableArray();
            var set = proof.Store.And(open, proof.Store.And(reach.Held, reach.Left));
            // A class alone is no forgery: every policy has a rule that permits own domains.
            if (set == Diagram.Nothing || on.IsEmpty || rule.When is Conditions.ClassIs) continue;
            var attempt = proof.Space.Example(proof.Store.First(set));
            found.Add(new ForgeableRelay(list, rule, on, attempt, Evaluator.Evaluate(proof.Policy, attempt, World.Plain(proof.Space))));
        }

        return found.DrainToImmutable();
    }
}
