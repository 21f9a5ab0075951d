using Gatepost.Relay;

namespace Gatepost.Audits;

/// <summary>Finds the rule that decided.</summary>
public static class Deciding
{
    /// <summary>The last rule whose verdict counted; null where the decision depends on the outside or no rule was asked.</summary>
    public static TraceStep? Step(Decision decision)
    {
        if (decision.Kind == DecisionKind.Depends) return null;
        for (var i = decision.Trace.Length - 1; i >= 0; i--)
        {
            var step = decision.Trace[i];
            if (step is { Verdict: not (Verdict.Next or Verdict.Leave or Verdict.Enter), IsOnlyWarned: false }) return step;
        }

        return null;
    }

    /// <summary>The line that decided: of an accepted own domain the one that names it; else of the entry in a map or list where one did, else of the rule, else of the list that ran out.</summary>
    public static Origin? Line(Decision decision) => decision is { Kind: DecisionKind.Accept, IsRelayed: false, ClassOrigin: { } named } && !ReferenceEquals(named, Origin.Default) ? named : Step(decision) is { } step
        ? step.Answer.At is { } at && !ReferenceEquals(at, Origin.Default) ? at : step.Rule?.Origin ?? step.List?.Origin
        : decision.Trace is [.., var last] ? last.Rule?.Origin ?? last.List?.Origin : null;
}
