namespace Gatepost.Refusals.Logs;

/// <summary>
/// Reads the refusals out of a log of any size, in order, on all cores and in bounded memory. Blocks of the log are
/// searched for the readers' needles; only lines with a hit are looked at. A line that is longer than
/// <see cref="ReadLimits.LineBytes"/> is cut there, and its refusal says so.
/// </summary>
public static class LogScanner
{
    /// <summary>Opens a log file for <see cref="Scan{TBatch}"/>: unbuffered, and without hindering who writes, renames or removes it.</summary>
    public static FileStream Open(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);

    /// <summary>
    /// Scans <paramref name="input"/> from where it stands to its end. Exceptions of the stream and of the sink come
    /// out of here as they were thrown; input of whatever content causes none.
    /// </summary>
    /// <param name="input">The log, decompressed. Read by one worker at a time.</param>
    /// <param name="source">Its name for people (see <see cref="SourceSpan.Source"/>).</param>
    /// <param name="readers">The log's reader; where there are several, each line goes to the one that recognises it best.</param>
    /// <param name="sink">Takes the refusals.</param>
    /// <param name="options">Default where null.</param>
    /// <param name="cancel">Ends the scan with <see cref="OperationCanceledException"/>.</param>
    public static LogScanSummary Scan<TBatch>(
        Stream input, string source, IReadOnlyList<LogReader> readers, ILogSink<TBatch> sink,
        LogScanOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(readers);
        ArgumentNullException.ThrowIfNull(sink);
        return new LogScan<TBatch>(input, source, readers, sink, options ?? LogScanOptions.Default, cancel).Run();
    }

    /// <summary>The same with a callback for each refusal: called one at a time, in the order of the log.</summary>
    public static LogScanSummary Scan(
        Stream input, string source, IReadOnlyList<LogReader> readers, Action<Refusal> onRefusal,
        LogScanOptions? options = null, CancellationToken cancel = default) =>
        Scan(input, source, readers, new RefusalSink(onRefusal), options, cancel);
}
