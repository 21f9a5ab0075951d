using System.Runtime.CompilerServices;
using System.Text;
using Gatepost.Smtp;

namespace Gatepost.Evidence.Bulk;

/// <summary>Reads a list of targets: one a line, blanks around it ignored, empty lines and lines that begin with <c>#</c> passed over.</summary>
public static class BulkList
{
    private const int LongestLine = 2048;

    /// <summary>The lines, as they are asked for; of a list of any length no more than a buffer is held.</summary>
    public static async IAsyncEnumerable<BulkLine> Read(Stream stream, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var lines = new ByteLines(stream, LongestLine);
        while (await lines.Next(cancel).ConfigureAwait(false))
        {
            if (lines.IsTooLong)
            {
                yield return new BulkLine(lines.Number, "", null, new ParseProblem("the line is too long for a target", LongestLine));
                continue;
            }

            var octets = lines.Line.Span;
            if (lines.Number == 1 && octets.StartsWith("\uFEFF"u8)) octets = octets[3..];
            var text = Encoding.UTF8.GetString(octets).Trim();
            if (text.Length == 0 || text[0] == '#') continue;
            yield return ProbeTarget.TryParse(text, out var target, out var problem)
                ? new BulkLine(lines.Number, text, target, default)
                : new BulkLine(lines.Number, text, null, problem);
        }
    }
}
