using System.Runtime.ExceptionServices;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Works on the items of a sequence with several threads and gives the results in the order of the items. A bounded
/// number of items, and a bounded weight, is under way at any time; an exception of the sequence or of the work comes out
/// at its place in the order, after all results before it.
/// </summary>
public static class OrderedParallel
{
    /// <summary>
    /// The results of <paramref name="work"/>, in order. One worker, or one item, takes no thread. Abandoning the
    /// enumeration stops the workers after the items they are at.
    /// </summary>
    /// <param name="items">The items; enumerated by the workers, by one at a time.</param>
    /// <param name="work">Called by several threads at once.</param>
    /// <param name="workers">How many threads work; 0 or less: one for each processor.</param>
    /// <param name="weigh">What an item weighs (bytes, say); null: nothing.</param>
    /// <param name="heaviest">The weight under way above which no further item is taken. At least one item always is.</param>
    public static IEnumerable<TOut> Select<TIn, TOut>(
        IEnumerable<TIn> items, Func<TIn, TOut> work, int workers = 0, Func<TIn, long>? weigh = null, long heaviest = 256L << 20)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(work);
        if (workers <= 0) workers = Environment.ProcessorCount;
        return workers == 1 ? items.Select(work) : Several(items, work, workers, weigh, heaviest);
    }

    private static IEnumerable<TOut> Several<TIn, TOut>(
        IEnumerable<TIn> items, Func<TIn, TOut> work, int workers, Func<TIn, long>? weigh, long heaviest)
    {
        using var source = items.GetEnumerator();
        if (!source.MoveNext()) yield break;
        var first = source.Current;
        Exception? late = null;
        var hasSecond = false;
        try
        {
            hasSecond = source.MoveNext();
        }
        catch (Exception e)
        {
            late = e;
        }

        if (!hasSecond)
        {
            yield return work(first);
            if (late is not null) ExceptionDispatchInfo.Throw(late);
            yield break;
        }

        using var run = new OrderedRun<TIn, TOut>(source, first, work, workers, weigh, heaviest);
        while (run.TryTake(out var result)) yield return result;
    }
}
