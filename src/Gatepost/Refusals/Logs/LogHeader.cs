using System.Buffers;

namespace Gatepost.Refusals.Logs;

/// <summary>
/// What stands before a log line's message: time, host, program and process. Detected anew for every line, as files mix
/// forms: syslog (RFC 3164, RFC 5424, with RFC 3339 times), journalctl's short forms, Docker Compose, Kubernetes and CRI
/// prefixes, panels, a bare tag, or nothing. Holds slices of the line; reading allocates nothing. A time, host or tag
/// that is not there is absent; never guessed.
/// </summary>
public readonly ref struct LogHeader
{
    private static readonly SearchValues<byte> NoHost = SearchValues.Create("=<>()\""u8);

    private LogHeader(LogStamp stamp, ReadOnlySpan<byte> host, ReadOnlySpan<byte> program, int? pid, int messageStart)
    {
        Stamp = stamp;
        Host = host;
        Program = program;
        Pid = pid;
        MessageStart = messageStart;
    }

    /// <summary>The time as written; not present where there is none.</summary>
    public LogStamp Stamp { get; }

    /// <summary>The host that wrote the line; empty where there is none.</summary>
    public ReadOnlySpan<byte> Host { get; }

    /// <summary>The tag without the process id: <c>postfix/smtp</c>, <c>exim</c>; empty where there is none.</summary>
    public ReadOnlySpan<byte> Program { get; }

    /// <summary>The process id in the tag.</summary>
    public int? Pid { get; }

    /// <summary>Where in the line the message begins.</summary>
    public int MessageStart { get; }

    /// <summary>Reads the header of a line. A line without any has an empty header and is all message.</summary>
    public static LogHeader Read(ReadOnlySpan<byte> line)
    {
        var i = SkipDamage(line);
        LogStamp stamp = default;
        var isLoose = false;
        for (var round = 0; round < 5; round++)
        {
            var before = i;
            if (TryPriority(line[i..], out var used, out var isVersioned))
            {
                i += used;
                if (isVersioned && LogHeaderRfc5424.TryRead(line, i, out var s, out var h, out var p, out var id, out var start))
                    return new LogHeader(s, line[h], line[p], id, start);
            }

            if (LogStampReader.TryRead(line[i..], out var found, out used))
            {
                // An outer full time is kept unless the inner one is fuller.
                if (!stamp.IsPresent || (stamp.Year is null && found.Year is not null)) stamp = found;
                isLoose = found.Year is not null && line.Slice(i, used).IndexOfAny((byte)'T', (byte)'/') < 0;
                i += used;
                SkipBlanks(line, ref i);
            }

            SkipPrefix(line, ref i);
            if (i == before) break;
        }

        ReadOnlySpan<byte> host = default;
        if (LogTag.TryRead(line[i..], out var tag)) return Tagged(line, stamp, host, i, tag);
        var blank = line[i..].IndexOf((byte)' ');
        if (!stamp.IsPresent || blank <= 0) return new LogHeader(stamp, default, default, null, i);
        var second = i + blank + 1;
        SkipBlanks(line, ref second);
        var token = line.Slice(i, blank);
        if (!LogTag.TryRead(line[second..], out tag) || (isLoose && tag.Pid is null && !tag.HasSlash(line[second..]))
            || token.ContainsAny(NoHost) || (token[^1] == ':' && tag.Pid is null))
            return new LogHeader(stamp, default, default, null, i);
        if (!IsLevel(token)) host = token.TrimEnd((byte)':');
        return Tagged(line, stamp, host, second, tag);
    }

    private static LogHeader Tagged(ReadOnlySpan<byte> line, LogStamp stamp, ReadOnlySpan<byte> host, int at, LogTag tag)
    {
        var start = at + tag.Length;
        // Solaris: "[ID 197553 mail.info] ".
        if (line[start..].StartsWith("[ID "u8) && line[start..].IndexOf("] "u8) is var end and > 0 and < 48) start += end + 2;
        return new LogHeader(stamp, host, line.Slice(at, tag.NameLength), tag.Pid, start);
    }

    /// <summary>A byte order mark, and the NULs that a power loss leaves before the first line after it.</summary>
    private static int SkipDamage(ReadOnlySpan<byte> line)
    {
        var i = line.IndexOfAnyExcept((byte)0);
        if (i < 0) return line.Length;
        if (line[i..].StartsWith("\uFEFF"u8)) i += 3;
        return i;
    }

    /// <summary><c>&lt;22&gt;</c>, <c>&lt;22&gt;1 </c> (RFC 5424), <c>&lt;mail.notice&gt; </c>.</summary>
    private static bool TryPriority(ReadOnlySpan<byte> text, out int length, out bool isVersioned)
    {
        length = 0;
        isVersioned = false;
        if (text.Length < 3 || text[0] != '<') return false;
        var close = text[..Math.Min(text.Length, 24)].IndexOf((byte)'>');
        if (close < 2) return false;
        var inner = text[1..close];
        var isNumber = inner.Length <= 3 && inner.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        if (!isNumber && (inner.IndexOf((byte)'.') < 2 || inner.IndexOfAnyExceptInRange((byte)'.', (byte)'z') >= 0)) return false;
        length = close + 1;
        isVersioned = isNumber && text[length..].StartsWith("1 "u8);
        if (isVersioned) length += 2;
        SkipBlanks(text, ref length);
        return true;
    }

    /// <summary>One prefix of a container tool or panel: <c>name_1    | </c>, <c>| info | </c>, <c>[pod/name] </c>, <c>stdout F </c>.</summary>
    private static void SkipPrefix(ReadOnlySpan<byte> line, ref int i)
    {
        var text = line[i..];
        if (text.StartsWith("stdout F "u8) || text.StartsWith("stderr F "u8) || text.StartsWith("stdout P "u8) || text.StartsWith("stderr P "u8))
        {
            i += 9;
        }
        else if (text.StartsWith("[pod/"u8) && text.IndexOf("] "u8) is var close and > 0 and < 300)
        {
            i += close + 2;
        }
        else if (text.StartsWith("| "u8))
        {
            i += 2;
            var bar = line[i..][..Math.Min(line.Length - i, 16)].IndexOf(" | "u8);
            if (bar > 0) i += bar + 3;
            SkipBlanks(line, ref i);
        }
        else
        {
            var bar = text[..Math.Min(text.Length, 100)].IndexOf(" | "u8);
            if (bar <= 0) return;
            var name = text[..bar].TrimEnd((byte)' ');
            if (name.IndexOf((byte)' ') >= 0 || name.ContainsAny(NoHost)) return;
            i += bar + 3;
            SkipBlanks(line, ref i);
        }
    }

    private static bool IsLevel(ReadOnlySpan<byte> token) =>
        token.SequenceEqual("INFO"u8) || token.SequenceEqual("NOTICE"u8) || token.SequenceEqual("WARN"u8)
        || token.SequenceEqual("WARNING"u8) || token.SequenceEqual("ERROR"u8) || token.SequenceEqual("ERR"u8)
        || token.SequenceEqual("DEBUG"u8) || token.SequenceEqual("CRIT"u8) || token.SequenceEqual("CRITICAL"u8)
        || token.SequenceEqual("ALERT"u8) || token.SequenceEqual("EMERG"u8) || token.SequenceEqual("FATAL"u8)
        || token.SequenceEqual("TRACE"u8) || token.SequenceEqual("-"u8);

    private static void SkipBlanks(ReadOnlySpan<byte> text, ref int i)
    {
        while (i < text.Length && text[i] == ' ') i++;
    }
}
