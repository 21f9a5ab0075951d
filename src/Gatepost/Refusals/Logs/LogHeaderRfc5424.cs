namespace Gatepost.Refusals.Logs;

/// <summary>The rest of an RFC 5424 header, after <c>&lt;PRI&gt;1 </c>: TIMESTAMP HOSTNAME APP-NAME PROCID MSGID STRUCTURED-DATA.</summary>
internal static class LogHeaderRfc5424
{
    public static bool TryRead(ReadOnlySpan<byte> line, int at, out LogStamp stamp, out Range host, out Range program, out int? pid, out int messageStart)
    {
        host = program = default;
        pid = null;
        messageStart = at;
        stamp = default;
        Span<Range> fields = stackalloc Range[5];
        for (var f = 0; f < fields.Length; f++)
        {
            var blank = line[at..].IndexOf((byte)' ');
            if (blank <= 0) return false;
            fields[f] = at..(at + blank);
            at += blank + 1;
        }

        if (!IsNil(line[fields[0]]) && !LogStampReader.TryRead(line[fields[0]], out stamp, out _)) return false;
        if (!IsNil(line[fields[1]])) host = fields[1];
        if (!IsNil(line[fields[2]])) program = fields[2];
        if (System.Buffers.Text.Utf8Parser.TryParse(line[fields[3]], out int number, out var used) && used == line[fields[3]].Length) pid = number;
        if (!SkipStructuredData(line, ref at)) return false;
        if (at < line.Length && line[at] == ' ') at++;
        if (line[at..].StartsWith("\uFEFF"u8)) at += 3;
        messageStart = at;
        return true;
    }

    private static bool SkipStructuredData(ReadOnlySpan<byte> line, ref int at)
    {
        if (at >= line.Length) return false;
        if (line[at] == '-') { at++; return true; }
        while (at < line.Length && line[at] == '[')
        {
            var quoted = false;
            for (at++; at < line.Length && (quoted || line[at] != ']'); at++)
            {
                if (quoted && line[at] == '\\') at++;
                else if (line[at] == '"') quoted = !quoted;
            }

            if (at >= line.Length) return false;
            at++;
        }

        return true;
    }

    private static bool IsNil(ReadOnlySpan<byte> field) => field.SequenceEqual("-"u8);
}
