using Gatepost.Refusals.Mail;
using Gatepost.Refusals.Texts;

namespace Gatepost.Refusals.Transcripts;

/// <summary>
/// Exchange's SMTP protocol log: CSV whose columns a <c>#Fields:</c> line names; sessions stand interleaved. On receive connectors the
/// server's replies are <c>&gt;</c> and Exchange is the one that refuses; on send connectors they are <c>&lt;</c>.
/// </summary>
internal static class ExchangeProtocolLog
{
    private const int MostOpen = 10_000;

    public static bool IsIt(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(text.Length, 4096)];
        var fields = head.IndexOfIgnoreCase("#Fields:");
        return (fields >= 0 && head[fields..].Contains("session-id", StringComparison.OrdinalIgnoreCase)
                && head[fields..].Contains("connector-id", StringComparison.OrdinalIgnoreCase))
            || head.StartsWith("#Software: Microsoft Exchange") && head.Contains("Protocol Log", StringComparison.OrdinalIgnoreCase);
    }

    public static List<Refusal> Read(ReadOnlySpan<char> text, string source, int firstLine, ReadLimits limits)
    {
        var columns = ExchangeColumns.Default;
        var open = new Dictionary<string, ExchangeSession>(StringComparer.OrdinalIgnoreCase);
        var refusals = new List<Refusal>();
        var values = new List<string>();
        var cursor = new LineCursor(text);
        while (cursor.MoveNext() && refusals.Count < limits.RefusalsPerDocument)
        {
            var line = cursor.Current;
            if (line.StartsWith("#"))
            {
                if (line.StartsWith("#Fields:", StringComparison.OrdinalIgnoreCase)) columns = ExchangeColumns.Read(line[8..]);
                continue;
            }

            if (line.Trim().IsEmpty) continue;
            CsvLine.Split(line, values);
            var row = new ExchangeRow(columns, values);
            var id = row.SessionId;
            if (id.Length == 0) continue;
            if (!open.TryGetValue(id, out var session))
            {
                if (open.Count >= MostOpen) Close(open.Keys.First());
                open[id] = session = new ExchangeSession(row);
            }

            session.Take(row, cursor.Number);
            if (row.Event == "-") Close(id);
        }

        foreach (var session in open.Values) refusals.AddRange(session.Refusals(source, firstLine, limits));
        refusals.Sort(static (a, b) => a.Source.Line.CompareTo(b.Source.Line));
        if (refusals.Count > limits.RefusalsPerDocument) refusals.RemoveRange(limits.RefusalsPerDocument, refusals.Count - limits.RefusalsPerDocument);
        return refusals;

        void Close(string id)
        {
            if (open.Remove(id, out var session)) refusals.AddRange(session.Refusals(source, firstLine, limits));
        }
    }
}
