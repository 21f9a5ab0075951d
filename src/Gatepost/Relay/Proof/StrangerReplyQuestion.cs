using System.Collections.Immutable;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>
/// How are strangers answered who try to relay? A temporary refusal lets their servers try for days; a connection that is closed tells them nothing.
/// </summary>
public static class StrangerReplyQuestion
{
    /// <summary>Every way in which they are answered, with an example each.</summary>
    public static ImmutableArray<StrangerReply> Ask(PolicyProof proof)
    {
        var tries = proof.Store.And(proof.WellFormed, proof.Store.And(proof.Strangers, proof.ForeignDomains));
        var replies = ImmutableArray.CreateBuilder<StrangerReply>();
        foreach (var kind in proof.Run.Outcomes.GroupBy(static o => (o.Key.Kind, o.Key.IsClosed)).OrderBy(static k => k.Key))
        {
            var set = kind.Aggregate(Diagram.Nothing, (all, next) => proof.Store.Or(all, proof.Store.And(tries, next.Value)));
            if (set == Diagram.Nothing) continue;
            var values = proof.Store.First(set);
            var attempt = proof.Space.Example(values);
            replies.Add(new StrangerReply(kind.Key.Kind, kind.Key.IsClosed, attempt, Evaluator.Evaluate(proof.Policy, attempt, World.Of(proof.Space, values))));
        }

        return replies.DrainToImmutable();
    }
}
