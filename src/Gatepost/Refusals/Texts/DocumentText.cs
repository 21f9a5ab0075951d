using System.Text;

namespace Gatepost.Refusals.Texts;

/// <summary>The characters of a document: UTF-8, UTF-16 where a byte order mark says so, Latin-1 where it is no UTF-8.</summary>
internal static class DocumentText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..]) bytes = bytes[3..];
        if (bytes is [0xFF, 0xFE, ..]) return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes is [0xFE, 0xFF, ..]) return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? Strict.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>The beginning of a document, cut at a character's edge as far as that matters for looking at it.</summary>
    public static string DecodeHead(ReadOnlySpan<byte> bytes, int length)
    {
        if (bytes.Length <= length) return Decode(bytes);
        var end = length;
        while (end > length - 4 && (bytes[end] & 0xC0) == 0x80) end--;
        return Decode(bytes[..end]);
    }
}
