namespace Gatepost.Diagnoses;

/// <summary>Makes the diagnosis of a case whose reason is known.</summary>
internal static class Verdict
{
    public static Diagnosis Of(Rulebook book, Case c, ReasonRule rule) => new()
    {
        Refusal = c.Refusal,
        Cause = rule.Cause,
        Reason = rule.Reason,
        Side = rule.Cause.Side,
        Owner = rule.Cause.Owner,
        Confidence = Confidence.Medium,
        ConfidenceBecause = "",
        Summary = rule.Cause.Title,
        Fixes = rule.Cause.Fixes,
    };
}
