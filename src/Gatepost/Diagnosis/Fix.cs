namespace Gatepost.Diagnoses;

/// <summary>One way to mend a cause.</summary>
/// <param name="Who">Who can do it.</param>
/// <param name="Steps">What to do, in order; whole sentences in the imperative.</param>
/// <param name="Risk">What it can break.</param>
/// <param name="OnlyIf">The condition under which it is right, for fixes that carry a risk; null where it is always right.</param>
public sealed record Fix(Owner Who, IReadOnlyList<string> Steps, FixRisk Risk = FixRisk.None, string? OnlyIf = null);
