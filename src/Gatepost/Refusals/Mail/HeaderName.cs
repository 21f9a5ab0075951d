namespace Gatepost.Refusals.Mail;

/// <summary>The name of a header field (RFC 5322 section 2.2): printable ASCII without the colon.</summary>
internal static class HeaderName
{
    private const int MaxLength = 76;
    private const int MaxBroken = 20;

    /// <summary>Length of the field name a line begins with, 0 where it is no field; blanks may stand before the colon.</summary>
    public static int Length(ReadOnlySpan<byte> line, out int colon)
    {
        colon = line[..Math.Min(line.Length, MaxLength + 4)].IndexOf((byte)':');
        if (colon <= 0) return 0;
        var name = line[..colon].TrimEnd(" \t"u8);
        return name.Length is > 0 and <= MaxLength && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~') ? name.Length : 0;
    }

    /// <summary>True where the text begins with a header field.</summary>
    public static bool IsField(ReadOnlySpan<byte> text) => !text.IsEmpty && Length(text, out _) > 0;

    /// <summary>True where a header field comes within a few lines and before an empty one: the fields go on after a broken line.</summary>
    public static bool FollowsWithoutBlank(ReadOnlySpan<byte> text)
    {
        var lines = new LineScanner(text, 0, text.Length);
        for (var i = 0; i < MaxBroken && lines.Read() && !lines.Line.IsEmpty; i++)
            if (Length(lines.Line, out _) > 0) return true;
        return false;
    }
}
