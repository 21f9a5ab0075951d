namespace Gatepost.Refusals.Logs;

/// <summary>Which mail server's log something is, from its first lines.</summary>
/// <param name="Readers">The readers to scan it with, the best first; empty where it is no log.</param>
/// <param name="Score">How sure that is: 0 (no log) to 100. Comparable with <see cref="IDocumentReader.Recognise"/>.</param>
public sealed record LogDetection(IReadOnlyList<LogReader> Readers, int Score)
{
    private const int MostLines = 400;
    private const int Certain = 50;

    /// <summary>
    /// Looks at the first lines. A log that many programs write to (a journal, <c>/var/log/messages</c>) gets all readers
    /// that can share a log, even where its first lines are of none of them.
    /// </summary>
    /// <param name="head">The log's first kilobytes; the last line may be cut.</param>
    /// <param name="readers">A fresh set: <see cref="LogReaders.All"/>.</param>
    /// <param name="above">The score that counts only when it is exceeded: the look ends, with a score of 0, where it cannot be.</param>
    public static LogDetection Detect(ReadOnlySpan<byte> head, IReadOnlyList<LogReader> readers, int above = 0)
    {
        ArgumentNullException.ThrowIfNull(readers);
        var sums = new long[readers.Count];
        var best = new int[readers.Count];
        var wins = new int[readers.Count];
        var lines = 0;
        var tagged = 0;
        var won = 0;
        var json = new JsonLogLine();
        var all = above < Certain ? int.MaxValue : CountLines(head);
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range].TrimEnd((byte)'\r').TrimStart((byte)0);
            if (line.IsEmpty) continue;
            if (++lines > MostLines) break;
            // Less than half of the lines are a log's: no more than Certain.
            if (above >= Certain && (Math.Max(won, tagged) + all - lines + 1) * 2 < all)
                return HoldsSingle(head, readers) ? Detect(head, readers) : new LogDetection([], 0);
            if (json.TryUnwrap(line, out var plain)) line = plain;
            var header = LogHeader.Read(line);
            if (!header.Program.IsEmpty && header.Stamp.IsPresent) tagged++;
            var (winner, most) = (-1, 0);
            for (var r = 0; r < readers.Count; r++)
            {
                var score = readers[r].Recognise(line);
                sums[r] += score;
                best[r] = Math.Max(best[r], score);
                if (score > most) (winner, most) = (r, score);
            }

            if (winner < 0) continue;
            wins[winner]++;
            won++;
        }

        lines = Math.Min(lines, MostLines);
        if (lines == 0) return new LogDetection([], 0);
        var isShared = tagged * 2 > lines;
        var order = Enumerable.Range(0, readers.Count)
            .Where(r => wins[r] > 0 && (best[r] >= Certain || wins[r] * 4 >= lines))
            .OrderByDescending(r => sums[r]).ToList();
        if (order.Count > 0 && IsSingle(readers[order[0]])) return new LogDetection([readers[order[0]]], best[order[0]]);
        var certainty = order.Count > 0 ? best[order[0]] : isShared ? 30 : 0;
        // A text that quotes a few log lines among others.
        if (!isShared && won * 2 < lines) certainty = Math.Min(certainty, Certain);
        if (isShared && won < lines) order.AddRange(Enumerable.Range(0, readers.Count).Except(order).Where(CanShare).ToList());
        return new LogDetection([.. order.Where(IsUsable).Select(r => readers[r])], certainty);

        // One that keeps state holds the scan to one worker: only where it has its share of the lines.
        bool IsUsable(int r) => readers[r].IsStateless || (readers[r].Needles.Count > 0 && wins[r] * 20 >= lines);
        bool CanShare(int r) => readers[r].IsStateless && readers[r].Needles.Count > 0;
    }

    /// <summary>True for a log that no other program writes to: its head alone tells it.</summary>
    private static bool IsSingle(LogReader reader) => !reader.IsStateless && reader.Needles.Count == 0;

    private static bool HoldsSingle(ReadOnlySpan<byte> head, IReadOnlyList<LogReader> readers)
    {
        foreach (var reader in readers)
        {
            if (!IsSingle(reader)) continue;
            var lines = 0;
            foreach (var range in head.Split((byte)'\n'))
            {
                var line = head[range].TrimEnd((byte)'\r').TrimStart((byte)0);
                if (line.IsEmpty) continue;
                if (++lines > MostLines) break;
                if (reader.Recognise(line) > 0) return true;
            }
        }

        return false;
    }

    private static int CountLines(ReadOnlySpan<byte> head)
    {
        var lines = 0;
        foreach (var range in head.Split((byte)'\n'))
            if (!head[range].TrimEnd((byte)'\r').TrimStart((byte)0).IsEmpty && ++lines == MostLines) break;
        return lines;
    }
}
