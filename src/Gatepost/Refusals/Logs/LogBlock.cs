namespace Gatepost.Refusals.Logs;

/// <summary>A run of whole lines in a worker's buffer.</summary>
/// <param name="Index">0 for the first block of the log.</param>
/// <param name="Length">Bytes, from the buffer's start.</param>
/// <param name="FirstLine">1-based number of its first line.</param>
internal readonly record struct LogBlock(long Index, int Length, long FirstLine);
