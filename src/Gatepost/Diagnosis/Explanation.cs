using Gatepost.Evidence;

namespace Gatepost.Diagnoses;

/// <summary>The part of a diagnosis that is for people, worked out when somebody asks for it.</summary>
internal sealed record Explanation(
    string Summary,
    IReadOnlyList<Fact> Evidence,
    IReadOnlyList<RuledOut> RuledOut,
    IReadOnlyList<Alternative> Alternatives,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Next)
{
    /// <summary>Nothing to say.</summary>
    public static Explanation None { get; } = new("", [], [], [], [], []);
}
