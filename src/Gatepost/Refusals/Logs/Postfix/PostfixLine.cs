namespace Gatepost.Refusals.Logs.Postfix;

/// <summary>A line of Postfix's log in its parts.</summary>
internal readonly ref struct PostfixLine
{
    private PostfixLine(LogHeader header, ReadOnlySpan<byte> daemon, ReadOnlySpan<byte> queueId, ReadOnlySpan<byte> body)
    {
        Header = header;
        Daemon = daemon;
        QueueId = queueId;
        Body = body;
    }

    public LogHeader Header { get; }

    /// <summary>The tag's last part: <c>smtp</c>, <c>smtpd</c>; empty where the line has no tag.</summary>
    public ReadOnlySpan<byte> Daemon { get; }

    /// <summary>The queue id, or <c>NOQUEUE</c>; empty where there is none.</summary>
    public ReadOnlySpan<byte> QueueId { get; }

    /// <summary>What follows the queue id.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>False for lines of other programs, and for lines without tag and queue id.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out PostfixLine read)
    {
        read = default;
        var header = LogHeader.Read(line);
        var message = line[header.MessageStart..];
        ReadOnlySpan<byte> daemon = default;
        if (header.Program.SequenceEqual("warning"u8) && header.Pid is null)
        {
            // No tag, but the message's first word.
            message = line[(line[..header.MessageStart].LastIndexOf("warning:"u8))..];
            if (!PostfixLogin.Has(message)) return false;
        }
        else if (!header.Program.IsEmpty)
        {
            daemon = PostfixDaemons.Of(header.Program);
            if (daemon.IsEmpty) return false;
        }
        else
        {
            message = WithoutTag(message);
            if (message.IsEmpty) return false;
        }

        var id = QueueIdLength(message);
        read = new PostfixLine(header, daemon, message[..id], id == 0 ? message : message[(id + 2)..]);
        return true;
    }

    /// <summary>Of a message without a tag, what begins with the queue id or tells of a login; behind words or columns that stand before it.</summary>
    private static ReadOnlySpan<byte> WithoutTag(ReadOnlySpan<byte> message)
    {
        for (var words = 0; words < 6; words++)
        {
            if (QueueIdLength(message) > 0 || PostfixLogin.Has(message)) return message;
            var next = message[..Math.Min(message.Length, 256)].IndexOfAny((byte)' ', (byte)'\t');
            if (next < 0) break;
            message = message[(next + 1)..].TrimStart(" \t"u8);
        }

        return default;
    }

    /// <summary>Length of a queue id before <c>: </c>: hexadecimal capitals, or at least ten letters and digits (long ids), or NOQUEUE; 0 where there is none.</summary>
    private static int QueueIdLength(ReadOnlySpan<byte> message)
    {
        var end = message[..Math.Min(message.Length, 40)].IndexOf(": "u8);
        if (end < 5) return 0;
        var id = message[..end];
        if (id.SequenceEqual("NOQUEUE"u8)) return end;
        var digits = 0;
        var hex = 0;
        foreach (var b in id)
        {
            if (!char.IsAsciiLetterOrDigit((char)b)) return 0;
            if (char.IsAsciiDigit((char)b)) digits++;
            else if (b is >= (byte)'A' and <= (byte)'F') hex++;
        }

        return digits + hex == end || (end >= 10 && digits > 0) ? end : 0;
    }
}
