using System.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>One line of comma-separated values (RFC 4180); a line that was cut inside quotes ends its last field.</summary>
internal static class CsvLine
{
    /// <summary>Splits <paramref name="line"/> into at most <paramref name="limit"/> fields; what goes beyond is left out.</summary>
    public static List<string> Split(ReadOnlySpan<char> line, int limit = 256)
    {
        var fields = new List<string>();
        while (fields.Count < limit)
        {
            fields.Add(Next(ref line, out var isLast));
            if (isLast) break;
        }

        return fields;
    }

    private static string Next(ref ReadOnlySpan<char> line, out bool isLast)
    {
        if (line.IsEmpty || line[0] != '"')
        {
            var comma = line.IndexOf(',');
            isLast = comma < 0;
            var field = isLast ? line : line[..comma];
            line = isLast ? default : line[(comma + 1)..];
            return field.ToString();
        }

        line = line[1..];
        StringBuilder? built = null;
        while (true)
        {
            var quote = line.IndexOf('"');
            if (quote < 0 || quote + 1 >= line.Length || line[quote + 1] != '"')
            {
                var end = quote < 0 ? line.Length : quote;
                var text = built is null ? line[..end].ToString() : built.Append(line[..end]).ToString();
                var after = quote < 0 ? default : line[(quote + 1)..];
                var comma = after.IndexOf(',');
                isLast = comma < 0;
                line = isLast ? default : after[(comma + 1)..];
                return text;
            }

            (built ??= new StringBuilder()).Append(line[..(quote + 1)]);
            line = line[(quote + 2)..];
        }
    }
}
