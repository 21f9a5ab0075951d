using System.Globalization;

namespace Gatepost.RealServers.Differential;

/// <summary>How many decisions a run compares for each server.</summary>
internal static class CaseCount
{
    private const int Usual = 2000;

    private static readonly string? s_asked = Environment.GetEnvironmentVariable("GATEPOST_CASES");

    /// <summary><c>GATEPOST_CASES</c>, or a number that takes no long time.</summary>
    public static int Value { get; } = s_asked is { Length: > 0 } ? int.Parse(s_asked, CultureInfo.InvariantCulture) : Usual;

    /// <summary>True where somebody asked for a number large enough that every feature must be met.</summary>
    public static bool IsFull => Value >= 10_000;
}
