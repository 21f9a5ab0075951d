namespace Gatepost.Refusals.Logs;

/// <summary>What a scan came across.</summary>
public sealed record LogScanSummary
{
    /// <summary>Bytes read.</summary>
    public long Bytes { get; init; }

    /// <summary>Lines seen.</summary>
    public long Lines { get; init; }

    /// <summary>Refusals read.</summary>
    public long Refusals { get; init; }

    /// <summary>Lines that look like a refusal and were not understood.</summary>
    public long NotUnderstood { get; init; }

    /// <summary>The first of the lines not understood.</summary>
    public IReadOnlyList<UnreadLine> UnreadLines { get; init; } = [];
}
