namespace Gatepost.Evidence.Dialog;

/// <summary>One line of a reply on the wire, read by position (RFC 5321 section 4.2): three digits, then a blank, a hyphen or nothing.</summary>
/// <param name="Code">200 to 599.</param>
/// <param name="IsLast">False where a hyphen says that more lines follow.</param>
internal readonly record struct ReplyLine(int Code, bool IsLast)
{
    /// <summary>Reads a line; null where it is none of a reply.</summary>
    public static ReplyLine? Read(ReadOnlySpan<byte> line)
    {
        if (line.Length < 3 || line[0] is < (byte)'2' or > (byte)'5' || !IsDigit(line[1]) || !IsDigit(line[2])) return null;
        var code = (line[0] - '0') * 100 + (line[1] - '0') * 10 + (line[2] - '0');
        if (line.Length == 3) return new ReplyLine(code, IsLast: true);
        return line[3] switch
        {
            (byte)' ' => new ReplyLine(code, IsLast: true),
            (byte)'-' => new ReplyLine(code, IsLast: false),
            _ => null,
        };
    }

    private static bool IsDigit(byte octet) => octet is >= (byte)'0' and <= (byte)'9';
}
