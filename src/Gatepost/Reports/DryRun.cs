using Gatepost.Evidence.Dialog;

namespace Gatepost.Reports;

/// <summary>What a dialog would say, without holding it: every command that may be sent, where the server offers and accepts everything.</summary>
public static class DryRun
{
    /// <summary>The lines in the form of <see cref="WireText"/>, escaped; secrets are asterisks.</summary>
    public static IReadOnlyList<string> Lines(DialogPlan plan) => [.. DialogRehearsal.Of(plan).Select(WireText.Format)];
}
