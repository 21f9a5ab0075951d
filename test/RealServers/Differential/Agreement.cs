using Gatepost.Relay;

namespace Gatepost.RealServers.Differential;

/// <summary>Whether a decision is what the real server did.</summary>
internal static class Agreement
{
    /// <summary>The first difference in words; null where there is none.</summary>
    public static string? Difference(Decision decision, Observed observed)
    {
        if (decision.Kind == DecisionKind.Depends) return $"depends on {string.Join(", ", decision.DependsOn)}, and the server answers {observed}";
        if (decision.Kind == DecisionKind.Accept || observed.IsAccepted)
            return decision.Kind == DecisionKind.Accept && observed.IsAccepted ? null : $"{Show(decision)}, and the server answers {observed} ({observed.Phase})";

        if (decision.Phase != observed.Phase) return $"{Show(decision)} at {decision.Phase}, and the server answers {observed} at {observed.Phase}";
        if (decision.Reply is not { } reply) return observed.Code is null ? null : $"closed, and the server answers {observed}";
        if (observed.Code is null) return $"{reply}, and the server closes the connection";
        if (reply.Code != observed.Code || reply.Enhanced != observed.Enhanced) return $"{reply}, and the server answers {observed}";
        return decision.IsTextKnown && reply.Text != observed.Text ? $"the words '{reply.Text}', and the server's are '{observed.Text}'" : null;
    }

    private static string Show(Decision decision) => decision.Kind == DecisionKind.Accept ? "accept" : decision.Reply?.ToString() ?? "closed";
}
