using Gatepost.Refusals;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

/// <summary>The scan as it would be written without any care for speed: every line is split off and read.</summary>
internal static class PlainScan
{
    public static (List<string> Refusals, List<int> Unread, int Lines) Read(byte[] log, LogReader reader, ReadLimits limits)
    {
        var refusals = new List<string>();
        var unread = new List<int>();
        var json = new JsonLogLine();
        var number = 0;
        for (var at = 0; at < log.Length;)
        {
            var end = Array.IndexOf(log, (byte)'\n', at);
            var isLast = end < 0;
            if (isLast) end = log.Length;
            var line = log.AsSpan(at, end - at).TrimStart((byte)0);
            at = end + 1;
            if (isLast && line.IsEmpty) break;
            number++;
            if (line.Length > 0 && line[^1] == '\r') line = line[..^1];
            var isCut = line.Length > limits.LineBytes;
            if (isCut) line = line[..limits.LineBytes];
            ReadOnlySpan<byte> text = json.TryUnwrap(line, out var plain) ? plain : line;
            if (reader.ReadLine(text, new SourceSpan("log", number, 1, line.Length)) is { } refusal)
                refusals.Add(RefusalText.ShowAll(isCut ? refusal with { Notes = [.. refusal.Notes, "The log line was too long and was cut."] } : refusal));
            else if (reader.SeemsRefusal(text)) unread.Add(number);
        }

        return (refusals, unread, number);
    }
}
