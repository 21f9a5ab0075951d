namespace Gatepost.Diagnoses.Rules;

/// <summary>The reason rules, in the order in which they are asked; the first that fits decides.</summary>
internal static class ReasonRules
{
    /// <summary>All of them; the last one always holds.</summary>
    public static IReadOnlyList<ReasonRule> All { get; } =
    [
        new MailboxFull(),
        new Undefined(),
    ];
}
