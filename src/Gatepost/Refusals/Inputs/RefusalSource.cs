using Gatepost.Refusals.Logs;

namespace Gatepost.Refusals.Inputs;

/// <summary>
/// Everything between the paths that a user names and the refusals behind them. Inputs, the mails of an mbox and the
/// stretches of a log are worked on by several threads; what comes out is in the order of the inputs all the same.
/// </summary>
/// <param name="limits">The limits; null: <see cref="ReadLimits.Default"/>.</param>
/// <param name="forced">The format to read everything as (<c>--as</c>); <see cref="InputFormat.Unknown"/>: detect.</param>
/// <param name="standardInput">Opens standard input for <c>-</c>; null where there is none.</param>
/// <param name="workers">How many threads; 0: one for each processor; 1: none but the caller's.</param>
/// <param name="time">The present and the zone, for logs that do not tell; null: the system's.</param>
public sealed class RefusalSource(
    ReadLimits? limits = null, InputFormat forced = InputFormat.Unknown, Func<Stream>? standardInput = null, int workers = 0, TimeProvider? time = null)
{
    private readonly InputOpener _opener = new(limits ?? ReadLimits.Default, standardInput);
    private readonly InputReader _reader = new(limits ?? ReadLimits.Default, forced, new LogClock(time ?? TimeProvider.System));

    /// <summary>Reads the inputs. Nothing is thrown for what files hold or do: see <see cref="ReadItem.Problem"/>.</summary>
    public IEnumerable<ReadItem> Read(IEnumerable<string> paths) => Read(paths, static item => item);

    /// <summary>
    /// Reads the inputs and does <paramref name="work"/> on each item (diagnose it, write it out) on the thread that read
    /// it: called by several threads at once. The results come in order.
    /// </summary>
    public IEnumerable<T> Read<T>(IEnumerable<string> paths, Func<ReadItem, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        foreach (var piece in OrderedParallel.Select(InputFinder.Find(paths), entry => Start(entry, work), workers))
        {
            foreach (var result in piece.Now) yield return result;
            if (piece.Later is not { } input) continue;
            using (input)
            {
                foreach (var result in _reader.ReadLarge(input, piece.Detection, workers, work)) yield return result;
                if (input.Notes.Count > 0) yield return work(Remarks(input));
            }
        }
    }

    /// <summary>Reads bytes that are in memory (pasted text, a webhook's body), named <paramref name="source"/>.</summary>
    public IReadOnlyList<ReadItem> Read(string source, ReadOnlyMemory<byte> bytes)
    {
        using var input = _opener.Open(source, bytes);
        return ReadHere(input, _reader.Detect(input), static item => item);
    }

    /// <summary>What a thread makes of one entry: results, or an input that is large enough to be worked on by all threads.</summary>
    private readonly record struct Piece<T>(IReadOnlyList<T> Now, OpenedInput? Later, Detection Detection);

    private Piece<T> Start<T>(in InputEntry entry, Func<ReadItem, T> work)
    {
        if (entry.Note is { } note) return new Piece<T>([work(ReadItem.Remark(entry.Source, note))], null, default);
        var (input, problem) = _opener.Open(entry);
        if (input is null) return new Piece<T>([work(ReadItem.Unreadable(entry.Source, problem!))], null, default);
        var detection = _reader.Detect(input);
        if (InputReader.IsCutUp(input, detection)) return new Piece<T>([], input, detection);
        using (input) return new Piece<T>(ReadHere(input, detection, work), null, default);
    }

    private IReadOnlyList<T> ReadHere<T>(OpenedInput input, in Detection detection, Func<ReadItem, T> work)
    {
        var results = _reader.ReadSmall(input, detection, work);
        var isTold = detection.Shape is InputShape.Nothing or InputShape.Document or InputShape.JsonLines;
        return isTold || input.Notes.Count == 0 ? results : [.. results, work(Remarks(input))];
    }

    private static ReadItem Remarks(OpenedInput input) => new(input.Source, new ReadOutcome(InputFormat.Unknown, [])) { Notes = input.Notes };
}
