namespace Gatepost.Diagnoses.Rules;

/// <summary>The rules for relay denials and their kin.</summary>
internal static class CauseRules
{
    /// <summary>All of them; among equally confident claims the first wins.</summary>
    public static IReadOnlyList<CauseRule> All { get; } = [];
}
