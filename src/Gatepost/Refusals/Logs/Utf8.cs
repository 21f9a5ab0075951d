using System.Text;

namespace Gatepost.Refusals.Logs;

/// <summary>Strings out of log lines: invalid UTF-8 becomes U+FFFD, what is too long is cut.</summary>
internal static class Utf8
{
    public static string Text(ReadOnlySpan<byte> bytes, int most)
    {
        // A character takes four bytes at most: no need to decode what is cut anyway.
        if (bytes.Length > most) bytes = bytes[..(int)Math.Min(bytes.Length, 4L * most)];
        var text = Encoding.UTF8.GetString(bytes);
        return text.Length <= most ? text : text[..most];
    }

    /// <summary>Null where there are no bytes.</summary>
    public static string? TextOrNull(ReadOnlySpan<byte> bytes, int most) => bytes.IsEmpty ? null : Text(bytes, most);
}
