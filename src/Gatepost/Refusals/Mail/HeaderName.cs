namespace Gatepost.Refusals.Mail;

/// <summary>The name of a header field (RFC 5322 section 2.2): printable ASCII without the colon.</summary>
internal static class HeaderName
{
    private const int MaxLength = 76;

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
}
