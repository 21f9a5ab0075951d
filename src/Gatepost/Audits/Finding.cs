using Gatepost.Relay;

namespace Gatepost.Audits;

/// <summary>One thing that was found.</summary>
/// <param name="Kind">Its sort.</param>
/// <param name="What">What is so here, a sentence. Hostile: it may quote the configuration.</param>
/// <param name="Origin">The line that it is about; null where it is about the whole.</param>
public sealed record Finding(FindingKind Kind, string What, Origin? Origin)
{
    /// <summary>How much it matters here; the kind's severity unless told.</summary>
    public Severity Severity { get; init; } = Kind.Severity;

    /// <summary>What to write or do here; null: as the kind says.</summary>
    public string? Remedy { get; init; }

    /// <summary>The listeners that it concerns; empty for all.</summary>
    public IReadOnlyList<string> Listeners { get; init; } = [];

    /// <summary>An attempt that shows it; null where none is needed.</summary>
    public Attempt? Example { get; init; }
}
