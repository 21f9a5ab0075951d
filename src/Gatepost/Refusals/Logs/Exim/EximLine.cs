namespace Gatepost.Refusals.Logs.Exim;

/// <summary>
/// What stands before the text of an Exim line: in the log files <c>date time[.fraction][ zone] [[pid] ][message-id ]</c>,
/// under syslog after that header and with or without Exim's own time, in a container's output <c>pid[ message-id] </c> alone.
/// </summary>
internal readonly ref struct EximLine
{
    private const int OldIdLength = 16;
    private const int NewIdLength = 23;

    private EximLine(LogHeader header, LogStamp stamp, ReadOnlySpan<byte> messageId, ReadOnlySpan<byte> text)
    {
        Header = header;
        Stamp = stamp;
        MessageId = messageId;
        Text = text;
    }

    public LogHeader Header { get; }

    public LogStamp Stamp { get; }

    /// <summary>Empty where the line has none.</summary>
    public ReadOnlySpan<byte> MessageId { get; }

    /// <summary>The rest of the line.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Exim's own time stands on the line, or a tag that names Exim.</summary>
    public bool IsDated => Stamp.IsPresent;

    public static EximLine Read(ReadOnlySpan<byte> line)
    {
        var header = LogHeader.Read(line);
        var stamp = header.Stamp;
        var text = line[header.MessageStart..];
        if (!header.Program.IsEmpty && LogStampReader.TryRead(text, out var own, out var length) && own.Year is not null)
        {
            stamp = own;
            text = text[length..];
        }

        text = SkipPid(text.TrimStart((byte)' '));
        var id = MessageIdLength(text);
        var messageId = text[..id];
        return new EximLine(header, stamp, messageId, text[id..].TrimStart((byte)' '));
    }

    /// <summary>16 for ids of the form 6-6-2, 23 for 6-11-4 (since 4.97), 0 where the text starts with none.</summary>
    public static int MessageIdLength(ReadOnlySpan<byte> text) =>
        IsId(text, OldIdLength, 13) ? OldIdLength : IsId(text, NewIdLength, 18) ? NewIdLength : 0;

    private static bool IsId(ReadOnlySpan<byte> text, int length, int secondDash)
    {
        if (text.Length < length || text[6] != '-' || text[secondDash] != '-' || (text.Length > length && text[length] != ' ')) return false;
        for (var i = 0; i < length; i++)
            if (i != 6 && i != secondDash && !char.IsAsciiLetterOrDigit((char)text[i])) return false;
        return true;
    }

    /// <summary><c>[1234] </c>, and the bare <c>1234 </c> of a container's output.</summary>
    private static ReadOnlySpan<byte> SkipPid(ReadOnlySpan<byte> text)
    {
        var bracketed = !text.IsEmpty && text[0] == '[';
        var digits = text[(bracketed ? 1 : 0)..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (end is < 1 or > 10) return text;
        if (!bracketed) return digits[end] == ' ' ? digits[end..].TrimStart((byte)' ') : text;
        return digits[end] == ']' && end + 1 < digits.Length && digits[end + 1] == ' ' ? digits[(end + 2)..].TrimStart((byte)' ') : text;
    }
}
