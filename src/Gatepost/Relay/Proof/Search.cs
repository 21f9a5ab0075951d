using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>Looks for an attempt that must not be: one of some set that comes to some end.</summary>
/// <param name="proof">The policy.</param>
/// <param name="among">The attempts that are looked at.</param>
/// <param name="bad">The end that none of them must come to; within the accepted ones.</param>
/// <param name="supposed">Answers of the outside that the question supposes, by variable.</param>
internal sealed class Search(PolicyProof proof, Diagram among, Diagram bad, IReadOnlyDictionary<int, int>? supposed = null)
{
    // Attempts that are tried one by one where something could not be taken apart.
    private const int MostTried = 200;

    private PolicySpace Space => proof.Space;

    private DiagramStore Store => proof.Store;

    /// <summary>The answer; a witness has been put to the evaluator again.</summary>
    public ProofResult Answer()
    {
        var found = Store.And(among, bad);
        if (found == Diagram.Nothing) return Proved();
        if (supposed is not null) found = supposed.Aggregate(found, (set, s) => Store.Restrict(set, s.Key, s.Value));
        if (found == Diagram.Nothing) return Proved();
        var spared = found;
        for (var i = 0; i < Space.FreeVariables.Count; i++)
            if (Space.FreeVariables[i].SparesSome) spared = Store.Restrict(spared, Space.FirstFree + i, 0);
        var certain = Store.ForAll(spared, Space.FirstFree);
        if (certain != Diagram.Nothing) return Confirmed(Store.First(certain));
        return Tried(found) ?? Open(found);
    }

    private ProofResult Proved() => new()
    {
        Status = ProofStatus.Proved,
        Suppositions = [.. Assumed(), .. Tables()],
        Immaterial = [.. Space.FreeVariables.Where(static v => v.Assumed is null).Select(static v => v.Condition)],
    };

    private ProofResult Confirmed(int[] values)
    {
        var attempt = Space.Example(values);
        var decision = Evaluator.Evaluate(proof.Policy, attempt, World.Plain(Space, supposed));
        // Beyond its limit the evaluator does not try all answers; one world is enough to see.
        if (decision.Kind == DecisionKind.Depends) decision = Evaluator.Evaluate(proof.Policy, attempt, World.Of(Space, Supposed(values)));
        return Witness(values, attempt, decision) ?? new ProofResult { Status = ProofStatus.Unknown, Witness = attempt, Decision = decision, IsContradicted = true };
    }

    // A leaf that was set aside answers a single attempt exactly.
    private ProofResult? Tried(Diagram found)
    {
        var aside = Space.FreeVariables.Count(static v => v.Condition is not Opaque);
        if (!Store.Support(found).Any(v => v >= Space.FirstFree && v < Space.FirstFree + aside)) return null;
        for (var i = 0; i < MostTried && found != Diagram.Nothing; i++)
        {
            var values = Store.First(found);
            var attempt = Space.Example(values);
            var decision = Evaluator.Evaluate(proof.Policy, attempt, World.Plain(Space, supposed));
            if (Witness(values, attempt, decision) is { } witness) return witness;
            found = Store.Without(found, Cell(values));
        }

        return null;
    }

    private ProofResult? Witness(int[] values, Attempt attempt, Decision decision) => decision is { Kind: DecisionKind.Accept, IsDiscarded: false } && IsBad(values, decision)
        ? new ProofResult { Status = ProofStatus.Witness, Witness = attempt, Decision = decision, Suppositions = [.. Assumed(), .. Spared(decision)] }
        : null;

    // Among the worlds with this decision, one is bad.
    private bool IsBad(int[] values, Decision decision)
    {
        var cell = Store.And(Store.And(among, bad), Cell(values));
        return Store.And(cell, Store.Map(proof.Run.Classes, n => n == (decision.Class is { } c ? (int)c : Relay.Answer.FaultValue) ? 1 : 0)) != Diagram.Nothing;
    }

    private ProofResult Open(Diagram found)
    {
        var values = Store.First(found);
        var attempt = Space.Example(values);
        var support = Store.Support(found).Where(v => v >= Space.FirstFree).ToList();
        return new ProofResult
        {
            Status = ProofStatus.Unknown,
            Witness = attempt,
            Decision = Evaluator.Evaluate(proof.Policy, attempt, World.Of(Space, Supposed(values))),
            Suppositions = [.. Assumed(), .. support.Select(v => Suppose(Variable(v), Variable(v).Answer(values[v])))],
            Prevents = [.. support.Select(v => Variable(v).Condition)],
        };
    }

    private int[] Supposed(int[] values)
    {
        foreach (var (variable, value) in supposed ?? new Dictionary<int, int>()) values[variable] = value;
        return values;
    }

    private FreeVariable Variable(int variable) => Space.FreeVariables[variable - Space.FirstFree];

    private Diagram Cell(int[] values)
    {
        var cell = Diagram.Everything;
        for (var i = 0; i < Space.FirstFree; i++) cell = Store.And(cell, Store.With(i, v => v == values[i]));
        return cell;
    }

    private IEnumerable<Supposition> Assumed() =>
        Space.FreeVariables.Where(static v => v.Assumed is not null).Select(v => new Supposition(v.Condition, v.Assumed,
            v.Condition is Opaque { TakenForNo: { } why } opaque && proof.Options.Of(opaque) is null ? why : $"{v.Condition} answers {v.Assumed}, as assumed"));

    private IEnumerable<Supposition> Spared(Decision decision) =>
        Space.FreeVariables.Where(v => v.SparesSome && decision.Trace.Any(t => t.Rule is { } rule && Asks(rule.When, (Opaque)v.Condition)))
            .Select(static v => new Supposition(v.Condition, 0, $"{v.Condition} says no"));

    private IEnumerable<Supposition> Tables() =>
        Store.Support(proof.Run.Classes).Where(v => v >= Space.FirstFree && Variable(v).Assumed is null)
            .Select(v => new Supposition(Variable(v).Condition, null, $"{Variable(v).Condition} names only domains that the server serves"));

    private static Supposition Suppose(FreeVariable variable, int answer) => new(variable.Condition, answer, answer switch
    {
        0 => $"{variable.Condition} says no",
        Relay.Answer.FaultValue => $"{variable.Condition} fails",
        1 when variable.Condition.Answers == 1 => $"{variable.Condition} says yes",
        _ => $"{variable.Condition} gives case {answer}",
    });

    private static bool Asks(Condition condition, Opaque opaque) =>
        (condition is Opaque other && Relay.Supposed.AreOne(other, opaque)) || condition.Parts.Any(p => Asks(p, opaque));
}
