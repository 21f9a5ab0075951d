namespace Gatepost.Refusals.Logs;

/// <summary>What one block of a log held.</summary>
internal struct BlockResult<TBatch>
{
    /// <summary>The sink's batch; meaningless while <see cref="Refusals"/> is 0.</summary>
    public TBatch? Batch;
    public int Refusals;
    public int NotUnderstood;
    public List<UnreadLine>? UnreadLines;
}
