using System.Text.RegularExpressions;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>A question that Gatepost and Exim answer differently.</summary>
internal sealed partial record EximDisagreement(int Number, EximCase Case, EximQuestion Question, Envelope Envelope, Observed Observed, string Difference)
{
    /// <summary>Disagreements of the same sort have the same: the difference without what is particular to the question.</summary>
    public string Sort => Particular().Replace(Difference, "_");

    [GeneratedRegex(@"<[^>]*>|\[[^\]]*\]|\S+@\S+|'[^']*'")]
    private static partial Regex Particular();
}
