namespace Gatepost.Refusals.Logs;

/// <summary>Finds the reader for a line of a log that several programs write to.</summary>
internal static class LogRouter
{
    /// <summary>The only reader, or the one that recognises the line best, the earlier on a tie; null where none does.</summary>
    public static LogReader? Pick(IReadOnlyList<LogReader> readers, ReadOnlySpan<byte> line)
    {
        if (readers.Count == 1) return readers[0];
        LogReader? best = null;
        var most = 0;
        foreach (var reader in readers)
        {
            var score = reader.Recognise(line);
            if (score > most) (best, most) = (reader, score);
        }

        return best;
    }
}
