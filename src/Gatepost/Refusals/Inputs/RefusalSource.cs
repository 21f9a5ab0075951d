namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Everything between the paths that a user names and the refusals behind them. Inputs, the mails of an mbox and the
/// stretches of a log are worked on by several threads; what comes out is in the order of the inputs all the same.
/// </summary>
/// <param name="limits">The limits; null: <see cref="ReadLimits.Default"/>.</param>
/// <param name="forced">The format to read everything as (<c>--as</c>); <see cref="InputFormat.Unknown"/>: detect.</param>
/// <param name="standardInput">Opens standard input for <c>-</c>; null where there is none.</param>
/// <param name="workers">How many threads; 0: one for each processor; 1: none but the caller's.</param>
public sealed class RefusalSource(
    ReadLimits? limits = null, InputFormat forced = InputFormat.Unknown, Func<Stream>? standardInput = null, int workers = 0)
{
    private readonly ReadLimits _limits = limits ?? ReadLimits.Default;
    private readonly InputReader _reader = new(limits ?? ReadLimits.Default, forced);

    /// <summary>Reads the inputs. Nothing is thrown for what files hold or do: see <see cref="ReadItem.Problem"/>.</summary>
    public IEnumerable<ReadItem> Read(IEnumerable<string> paths) => Read(paths, static item => item);

    /// <summary>
    /// Reads the inputs and does <paramref name="work"/> on each item (diagnose it, write it out) on the thread that read
    /// it: called by several threads at once. The results come in order.
    /// </summary>
    public IEnumerable<T> Read<T>(IEnumerable<string> paths, Func<ReadItem, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var opener = new InputOpener(_limits, standardInput);
        foreach (var piece in OrderedParallel.Select(InputFinder.Find(paths), entry => Start(opener, entry, work), workers))
        {
            foreach (var result in piece.Now) yield return result;
            if (piece.Later is not { } input) continue;
            using (input)
            {
                foreach (var result in Finish(input, work)) yield return result;
            }
        }
    }

    /// <summary>Reads bytes that are in memory (pasted text, a webhook's body), named <paramref name="source"/>.</summary>
    public IEnumerable<ReadItem> Read(string source, ReadOnlyMemory<byte> bytes)
    {
        using var input = new InputOpener(_limits).Open(source, bytes);
        return input.IsWhole ? _reader.ReadSmall(input) : [.. _reader.ReadLarge(input, workers: 1, static item => item)];
    }

    /// <summary>What a thread makes of one entry: results, or an input that is large enough to be worked on by all threads.</summary>
    private readonly record struct Piece<T>(IReadOnlyList<T> Now, OpenedInput? Later);

    private Piece<T> Start<T>(InputOpener opener, in InputEntry entry, Func<ReadItem, T> work)
    {
        if (entry.Note is { } note) return new Piece<T>([work(ReadItem.Remark(entry.Source, note))], null);
        var (input, problem) = opener.Open(entry);
        if (input is null) return new Piece<T>([work(ReadItem.Unreadable(entry.Source, problem!))], null);
        if (!input.IsWhole && _reader.IsCutUp(input)) return new Piece<T>([], input);
        using (input)
        {
            var items = _reader.ReadSmall(input);
            var results = new T[items.Count];
            for (var i = 0; i < results.Length; i++) results[i] = work(items[i]);
            return new Piece<T>(results, null);
        }
    }

    private IEnumerable<T> Finish<T>(OpenedInput input, Func<ReadItem, T> work)
    {
        foreach (var result in _reader.ReadLarge(input, workers, work)) yield return result;
        if (input.Notes.Count > 0)
            yield return work(new ReadItem(input.Source, new ReadOutcome(InputFormat.Unknown, [])) { Notes = input.Notes });
    }
}
