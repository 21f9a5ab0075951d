using System.Collections.Immutable;
using Gatepost.Relay.Proof.Cells;
using Gatepost.Relay.Proof.Diagrams;

namespace Gatepost.Relay.Proof;

/// <summary>
/// What changes between two policies of one listener, over all attempts: an example for each kind of change and each pair of rules that decide, the gravest first. Empty where no attempt ends
/// otherwise, but for the words of replies.
/// </summary>
public static class PolicyDifference
{
    /// <summary>Compares two policies.</summary>
    public static ImmutableArray<PolicyChange> Between(RelayPolicy before, RelayPolicy after, ProofOptions? options = null)
    {
        var space = new PolicySpace(options ?? ProofOptions.Default, before, after);
        var store = space.Store;
        var old = Split(space, new SymbolicRun(space, before));
        var renewed = Split(space, new SymbolicRun(space, after, 1));
        var anonymous = store.And(store.Where(space.Note(0, Dimension.Login, 0), (int)CredentialKind.None), store.Where(space.Note(0, Dimension.Tls, 0), (int)CredentialKind.None));
        var strangers = store.And(anonymous, store.Where(space.Note(0, Dimension.Client, 0), (int)ClientKind.Stranger));
        var hosts = store.Map(space.Note(0, Dimension.Client, 0), static k => k != (int)ClientKind.Hostless ? 1 : 0);
        var found = new Dictionary<(PolicyChangeKind, int, int), Diagram>();
        foreach (var ((was, wasOwn), from) in old)
            foreach (var ((now, isOwn), to) in renewed)
            {
                var both = store.And(hosts, store.And(from, to));
                if (both == Diagram.Nothing) continue;
                foreach (var (set, isStranger) in new[] { (store.And(both, strangers), true), (store.Without(both, strangers), false) })
                    if (set != Diagram.Nothing && Kind(was, wasOwn, now, isOwn, isStranger) is { } kind) found.TryAdd((kind, was.Rule, now.Rule), set);
            }

        // Where strangers get through by a rule, it goes without saying that users do.
        foreach (var key in found.Keys.Where(k => k.Item1 == PolicyChangeKind.UsersAccepted && found.ContainsKey((PolicyChangeKind.StrangersRelay, k.Item2, k.Item3))).ToList()) found.Remove(key);
        return [.. found.OrderBy(static f => f.Key).Select(f => Example(space, before, after, f.Key.Item1, f.Value))];
    }

    private static PolicyChange Example(PolicySpace space, RelayPolicy before, RelayPolicy after, PolicyChangeKind kind, Diagram set)
    {
        var values = space.Store.First(set);
        var attempt = space.Example(values);
        var world = World.Of(space, values);
        return new PolicyChange(kind, attempt, Evaluator.Evaluate(before, attempt, world), Evaluator.Evaluate(after, attempt, world));
    }

    // Ends, split by whether the domain is the server's own.
    private static Dictionary<(Outcome Outcome, bool IsOwn), Diagram> Split(PolicySpace space, SymbolicRun run)
    {
        var own = space.Store.Map(run.Classes, static n => n > (int)AddressClass.Other ? 1 : 0);
        var ends = new Dictionary<(Outcome, bool), Diagram>();
        foreach (var (outcome, set) in run.Outcomes)
        {
            ends.Add((outcome, true), space.Store.And(set, own));
            ends.Add((outcome, false), space.Store.Without(set, own));
        }

        return ends;
    }

    private static PolicyChangeKind? Kind(Outcome was, bool wasOwn, Outcome now, bool isOwn, bool isStranger)
    {
        var (accepted, accepts) = (was.Kind == DecisionKind.Accept, now.Kind == DecisionKind.Accept);
        return (accepted, accepts) switch
        {
            (false, true) when !isStranger => PolicyChangeKind.UsersAccepted,
            (false, true) => isOwn ? PolicyChangeKind.OwnDomainAccepted : PolicyChangeKind.StrangersRelay,
            (true, false) when !isStranger => PolicyChangeKind.UsersRefused,
            (true, false) => wasOwn ? PolicyChangeKind.OwnDomainRefused : PolicyChangeKind.StrangersStopped,
            (true, true) when wasOwn && !isOwn && isStranger => PolicyChangeKind.StrangersRelay,
            (true, true) when wasOwn != isOwn => PolicyChangeKind.ClassChanged,
            (true, true) => was.IsDiscarded != now.IsDiscarded ? PolicyChangeKind.DiscardChanged : null,
            _ when (was.Kind, was.IsClosed) != (now.Kind, now.IsClosed) => PolicyChangeKind.ReplyChanged,
            _ => was.Phase != now.Phase ? PolicyChangeKind.PhaseChanged : null,
        };
    }
}
