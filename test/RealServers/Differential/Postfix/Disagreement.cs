using System.Text.RegularExpressions;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>A question that Gatepost and Postfix answer differently.</summary>
internal sealed partial record Disagreement(int Number, PostfixCase Case, PostfixQuestion Question, Observed Observed, string Difference)
{
    /// <summary>Disagreements of the same sort have the same: the difference without what is particular to the question.</summary>
    public string Sort => Particular().Replace(Difference, "_");

    [GeneratedRegex(@"<[^>]*>|\[[^\]]*\]|\S+@\S+")]
    private static partial Regex Particular();
}
