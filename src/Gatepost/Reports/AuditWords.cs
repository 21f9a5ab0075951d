using Gatepost.Audits;

namespace Gatepost.Reports;

/// <summary>The audit's closed lists in words.</summary>
internal static class AuditWords
{
    /// <summary>A severity in one word.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
