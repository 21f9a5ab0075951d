namespace Gatepost.Refusals.Logs;

/// <summary>How a log is scanned. The refusals found and their order are the same under any options.</summary>
public sealed record LogScanOptions
{
    /// <summary>The options used where none are given.</summary>
    public static LogScanOptions Default { get; } = new();

    /// <summary>Bytes read at a time, for each worker. 256 KiB: it fits a core's own cache.</summary>
    public int BlockBytes { get; init; } = 256 << 10;

    /// <summary>Threads that search, read and call the sink. One for every core; always one for readers that are not stateless.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Lines kept of those that look like refusals and were not understood. 10.</summary>
    public int UnreadLinesKept { get; init; } = 10;

    /// <summary>The limits on a line's length and on text.</summary>
    public ReadLimits Limits { get; init; } = ReadLimits.Default;
}
