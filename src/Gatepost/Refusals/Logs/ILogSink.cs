namespace Gatepost.Refusals.Logs;

/// <summary>
/// Takes the refusals of a log as it is scanned. The costly part, <see cref="Add"/>, runs on the workers at once, each
/// with a batch of its own; the batches come to <see cref="Deliver"/> in the order of the log.
/// </summary>
/// <typeparam name="TBatch">What is gathered from one block of the log: formatted bytes, counts, the refusals themselves.</typeparam>
public interface ILogSink<TBatch>
{
    /// <summary>Begins a batch; called on any worker, for blocks with at least one refusal.</summary>
    TBatch Begin();

    /// <summary>Adds a refusal to a batch, in the order of the log. Called on the batch's worker.</summary>
    void Add(TBatch batch, Refusal refusal);

    /// <summary>Told that a batch has all it gets. Called on the batch's worker: the place for costly work on the whole of it.</summary>
    void Complete(TBatch batch)
    {
    }

    /// <summary>Takes a finished batch. Called one at a time, in the order of the log, on any worker.</summary>
    void Deliver(TBatch batch);
}
