using Gatepost.Smtp;

namespace Gatepost.Relay;

/// <summary>
/// Puts an attempt to a policy: the one place where a decision is made. The proof, the gate and explanations ask here. Pure and thread-safe.
/// </summary>
public static class Evaluator
{
    // Each unknown answer doubles the runs or worse; beyond this the decision depends on what was found so far.
    private const int MostRuns = 256;

    /// <summary>The decision on an attempt where nothing is known of the world outside the configuration.</summary>
    public static Decision Evaluate(RelayPolicy policy, Attempt attempt) => Evaluate(policy, attempt, Knowledge.None);

    /// <summary>
    /// The decision on an attempt. Where an outside lookup is not known every answer to it is tried: if all lead to the same end, that is the decision, and
    /// otherwise it depends.
    /// </summary>
    public static Decision Evaluate(RelayPolicy policy, Attempt attempt, Knowledge knowledge)
    {
        var session = new Session(policy, attempt, knowledge);
        var run = new PolicyRun(policy, session);
        var decision = run.Decide();
        return run.Missing is null ? decision : TryAll(policy, attempt, knowledge, run.Missing);
    }

    private static Decision TryAll(RelayPolicy policy, Attempt attempt, Knowledge knowledge, Opaque first)
    {
        var asked = new List<Opaque>();
        var open = new Stack<(Supposed Knowledge, Opaque Missing)>();
        open.Push((new Supposed(knowledge), first));
        Decision? shown = null;
        var same = true;
        var runs = 0;
        while (open.TryPop(out var next))
        {
            if (!asked.Exists(a => Supposed.AreOne(a, next.Missing))) asked.Add(next.Missing);
            for (var value = next.Missing.Answers; value >= (next.Missing.MayFail ? Answer.FaultValue : 0); value--)
            {
                if (runs++ >= MostRuns) return Undecided(shown, asked);
                var supposed = next.Knowledge.With(next.Missing, value);
                var run = new PolicyRun(policy, new Session(policy, attempt, supposed));
                var decision = run.Decide();
                if (run.Missing is not null)
                {
                    open.Push((supposed, run.Missing));
                    continue;
                }

                // The last of the plain answers, "no", gives the trace that a reader expects.
                if (shown is null || value == 0) (shown, same) = (decision, same && (shown is null || EndsAlike(shown, decision)));
                else same &= EndsAlike(shown, decision);
            }
        }

        return same && shown is not null ? shown with { DependsOn = [.. asked] } : Undecided(shown, asked);
    }

    private static Decision Undecided(Decision? shown, List<Opaque> asked) => new()
    {
        Kind = DecisionKind.Depends,
        Phase = shown?.Phase ?? SmtpPhase.Rcpt,
        DependsOn = [.. asked],
        Trace = shown?.Trace ?? [],
    };

    private static bool EndsAlike(Decision a, Decision b) =>
        a.Kind == b.Kind && a.Class == b.Class && a.IsDiscarded == b.IsDiscarded && a.Phase == b.Phase && a.Reply == b.Reply;
}
