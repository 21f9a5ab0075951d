namespace Gatepost.Evidence.Bulk;

/// <summary>How a bulk run is paced and ordered.</summary>
public sealed record BulkOptions
{
    /// <summary>Targets in flight at most.</summary>
    public int Parallel { get; init; } = 100;

    /// <summary>Between two targets of one provider.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True where the answers are to stand in the order of the list.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Targets read and not yet written at most: what bounds memory.</summary>
    public int Window { get; init; } = 8192;
}
