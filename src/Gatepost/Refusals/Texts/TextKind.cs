namespace Gatepost.Refusals.Texts;

/// <summary>What a document without a refusal looks like, for people.</summary>
internal static class TextKind
{
    public static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return false;
        var head = bytes[..Math.Min(bytes.Length, 4096)];
        var odd = 0;
        foreach (var b in head)
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B)) odd++;
        return odd * 20 > head.Length;
    }

    /// <summary>Completes "This looks like …".</summary>
    public static string Describe(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text)
    {
        if (bytes.IsEmpty) return "an empty file";
        if (IsBinary(bytes))
            return bytes switch
            {
                [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
                [0x1F, 0x8B, ..] => "a gzip file",
                [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document",
                [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a picture",
                [0xFF, 0xD8, 0xFF, ..] => "a picture",
                [0xD0, 0xCF, 0x11, 0xE0, ..] => "an Outlook message or another old Office document",
                _ => "a binary file",
            };
        var start = text.Trim();
        if (start.IsEmpty) return "an empty file";
        if (start.StartsWith("%PDF")) return "a PDF document";
        if (start[0] is '{' or '[' && start[^1] is '}' or ']') return "a JSON document without a refusal in it";
        if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "an HTML page";
        if (start.StartsWith("<?xml")) return "an XML document";
        return start.IndexOfAny('\n', '\r') < 0 ? "a line of text without a refusal in it" : "ordinary text without a refusal in it";
    }
}
