using System.Text.RegularExpressions;

namespace Gatepost.Relay.Proof;

/// <summary>What the operator says of the outside: every opaque condition whose source matches answers this.</summary>
/// <param name="Source">The source, in which <c>*</c> stands for anything: <c>mysql:*</c>.</param>
/// <param name="Value">The answer: 0 no, 1 yes, or the case that holds.</param>
public sealed record Assumption(string Source, int Value)
{
    private readonly Regex _source = new($"^{Regex.Escape(Source).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    /// <summary>True where it says something of the condition.</summary>
    public bool Covers(Opaque condition) => condition.Answers >= Value && _source.IsMatch(condition.Source);
}
