using System.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>One worker's reading of blocks: finds the lines that may hold refusals and has them read.</summary>
internal sealed class LogBlockScanner<TBatch>(
    string source, IReadOnlyList<LogReader> readers, NeedleFinder? needles, ILogSink<TBatch> sink, LogScanOptions options)
{
    private const string CutNote = "The log line was too long and was cut.";
    private readonly JsonLogLine _json = new();
    private readonly List<Refusal> _found = [];
    private readonly int _lineBytes = Math.Max(1, options.Limits.LineBytes);

    /// <summary>Reads a block of whole lines.</summary>
    public BlockResult<TBatch> Scan(ReadOnlySpan<byte> block, long firstLine)
    {
        var result = new BlockResult<TBatch>();
        var number = firstLine;
        var at = 0;
        while (at < block.Length)
        {
            var start = at;
            var hit = at;
            if (needles is not null)
            {
                hit = needles.IndexIn(block[at..]);
                if (hit < 0) break;
                hit += at;
                start += block[at..hit].LastIndexOf((byte)'\n') + 1;
                number += block[at..start].Count((byte)'\n');
            }

            var end = block[hit..].IndexOf((byte)'\n');
            end = end < 0 ? block.Length : hit + end;
            ReadLine(block[start..end], number++, ref result);
            at = end + 1;
        }

        if (result.Refusals > 0) sink.Complete(result.Batch!);
        return result;
    }

    private void ReadLine(ReadOnlySpan<byte> line, long number, ref BlockResult<TBatch> result)
    {
        line = line.TrimStart((byte)0);
        if (line.EndsWith("\r"u8)) line = line[..^1];
        var isCut = line.Length > _lineBytes;
        if (isCut)
        {
            line = line[.._lineBytes];
            if (needles is not null && needles.IndexIn(line) < 0) return;
        }

        if (line.IsEmpty) return;
        var span = new SourceSpan(source, (int)Math.Min(number, int.MaxValue), 1, line.Length);
        var text = _json.TryUnwrap(line, out var plain) ? plain : line;
        if (LogRouter.Pick(readers, text) is not { } reader) return;
        _found.Clear();
        reader.ReadAll(text, span, _found);
        foreach (var refusal in _found)
        {
            if (result.Refusals++ == 0) result.Batch = sink.Begin();
            sink.Add(result.Batch!, isCut ? refusal with { Notes = [.. refusal.Notes, CutNote] } : refusal);
        }

        if (_found.Count > 0) return;
        if (reader.SeemsRefusal(text))
        {
            result.NotUnderstood++;
            if (result.NotUnderstood <= options.UnreadLinesKept)
                (result.UnreadLines ??= []).Add(new UnreadLine(span, Text(text)));
        }
    }

    private string Text(ReadOnlySpan<byte> line)
    {
        var text = Encoding.UTF8.GetString(line);
        return text.Length <= options.Limits.TextLength ? text : text[..options.Limits.TextLength];
    }
}
