using System.Collections.Immutable;

namespace Gatepost.Mta.Postfix.Settings;

/// <summary>A parameter that Postfix knows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="IsRelevant">True where it bears on which recipients are accepted, or with which reply.</param>
/// <param name="IsLegacy">True for an old name that Postfix still honours.</param>
public sealed record Parameter(string Name, ParameterKind Kind, bool IsRelevant, bool IsLegacy)
{
    internal ImmutableArray<(int From, int To, string Value)> Defaults { get; init; } = [];

    /// <summary>The first version that has it, as major * 100 + minor; 0 where that is before 2.10.</summary>
    public int Since => Defaults.IsEmpty ? 0 : Defaults.Min(static d => d.From);

    /// <summary>The default of a version, not expanded; empty where it is computed or the version does not have it.</summary>
    public string DefaultOf(int version)
    {
        foreach (var (from, to, value) in Defaults)
            if (version >= from && version <= to) return value;
        return "";
    }
}
