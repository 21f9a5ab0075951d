using System.Text;

namespace Gatepost.Refusals.Transcripts;

/// <summary>Splits one line of CSV (RFC 4180); a quotation mark that is not closed runs to the line's end.</summary>
internal static class CsvLine
{
    private const int MostValues = 64;

    public static void Split(ReadOnlySpan<char> line, List<string> values)
    {
        values.Clear();
        var i = 0;
        while (values.Count < MostValues)
        {
            if (i < line.Length && line[i] == '"') values.Add(ReadQuoted(line, ref i));
            else
            {
                var comma = line[i..].IndexOf(',');
                var end = comma < 0 ? line.Length : i + comma;
                values.Add(line[i..end].ToString());
                i = end;
            }

            if (i >= line.Length) return;
            i++;
        }
    }

    private static string ReadQuoted(ReadOnlySpan<char> line, ref int i)
    {
        var value = new StringBuilder();
        for (i++; i < line.Length; i++)
        {
            if (line[i] != '"') value.Append(line[i]);
            else if (i + 1 < line.Length && line[i + 1] == '"') value.Append(line[i++]);
            else break;
        }

        var comma = i < line.Length ? line[i..].IndexOf(',') : -1;
        i = comma < 0 ? line.Length : i + comma;
        return value.ToString();
    }
}
