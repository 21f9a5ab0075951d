namespace Gatepost.Refusals.Inputs;

/// <summary>Cuts a stream of lines into documents of about 1 MiB that end at line ends. Memory for one group or one line.</summary>
/// <param name="stream">The lines from their start; not disposed of here.</param>
/// <param name="source">The name that all documents bear.</param>
/// <param name="limits">A line longer than <see cref="ReadLimits.DocumentBytes"/> is cut.</param>
/// <param name="groupBytes">The size of a group.</param>
internal sealed class LineGroups(Stream stream, string source, ReadLimits limits, int groupBytes = 1 << 20)
{
    /// <summary>The groups in order, each with the line at which it starts.</summary>
    public IEnumerable<Document> Split()
    {
        var size = Math.Min(groupBytes, limits.DocumentBytes);
        var buffer = new byte[size];
        var filled = 0;
        var line = 1;
        while (true)
        {
            filled += stream.ReadAtLeast(buffer.AsSpan(filled), buffer.Length - filled, throwOnEndOfStream: false);
            var atEnd = filled < buffer.Length;
            var length = atEnd ? filled : buffer.AsSpan().LastIndexOf((byte)'\n') + 1;
            var isCut = length == 0 && filled == limits.DocumentBytes;
            if (length == 0 && !isCut)
            {
                if (atEnd) yield break;
                Array.Resize(ref buffer, (int)Math.Min(limits.DocumentBytes, buffer.Length * 2L));
                continue;
            }

            if (isCut) length = filled;
            yield return new Document(source, buffer.AsSpan(0, length).ToArray(), line) { IsCut = isCut };
            if (atEnd) yield break;
            line += buffer.AsSpan(0, length).Count((byte)'\n');
            buffer.AsSpan(length, filled - length).CopyTo(buffer);
            filled -= length;
            if (isCut && !SkipLine(ref line)) yield break;
        }
    }

    private bool SkipLine(ref int line)
    {
        for (int b; (b = stream.ReadByte()) >= 0;)
        {
            if (b != '\n') continue;
            line++;
            return true;
        }

        return false;
    }
}
