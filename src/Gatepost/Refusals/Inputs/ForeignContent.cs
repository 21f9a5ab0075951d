namespace Gatepost.Refusals.Inputs;

/// <summary>Names what is no mail, log or text, from its first bytes, and says what to do with it.</summary>
internal static class ForeignContent
{
    /// <summary>To complete "This looks like …"; null where the bytes may be text.</summary>
    public static string? Describe(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty) return "an empty file";
        if (head.Trim(" \t\r\n\f\v\0"u8).IsEmpty) return head.Contains((byte)0) ? "a file of zero bytes" : "a file with nothing but blanks";
        return Archive(head) ?? Binary(head);
    }

    private static string? Archive(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8)) return Zip(head);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return "an Outlook .msg file (or another old Office file); save the message as .eml, or paste its text";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x21, 0x42, 0x44, 0x4E])) return "an Outlook .pst or .ost file; export the messages as .eml";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
            return "a zstd archive (KumoMTA writes its logs so); unpack it first: zstd -dc FILE | gatepost explain -";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])) return "an xz archive; unpack it first: xz -dc FILE | gatepost explain -";
        if (head.StartsWith("BZh"u8) && head.Length > 9 && head[4..].StartsWith("1AY&SY"u8)) return "a bzip2 archive; unpack it first: bzip2 -dc FILE | gatepost explain -";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return "a gzip archive inside another; unpack it first: gzip -dc FILE | gatepost explain -";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x9D])) return "a compress (.Z) archive; unpack it first: zcat FILE | gatepost explain -";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])) return "a 7z archive; unpack it first";
        if (head.StartsWith("Rar!\x1a\x7"u8)) return "a RAR archive; unpack it first";
        return head.Length > 262 && head.Slice(257, 5).SequenceEqual("ustar"u8) ? "a tar archive; unpack it first and name the directory" : null;
    }

    private static string Zip(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf("xl/"u8) >= 0) return "a spreadsheet; save it as CSV, or paste the text of the refusal";
        if (head.IndexOf("word/"u8) >= 0) return "a Word document; paste the text of the refusal";
        return head.IndexOf("opendocument"u8) >= 0
            ? "an OpenDocument file; paste the text of the refusal"
            : "a ZIP archive; unpack it first and name the directory";
    }

    private static string? Binary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8)) return "a PDF; paste the text of the refusal";
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47])) return "a PNG picture; paste the text of the refusal";
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return "a JPEG picture; paste the text of the refusal";
        if (head.StartsWith("GIF8"u8)) return "a GIF picture; paste the text of the refusal";
        if (head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8)) return "a WebP picture; paste the text of the refusal";
        if (head.StartsWith("\u007fELF"u8) || head.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x5A, 0x90, 0])) return "a program";
        if (head.StartsWith("SQLite format 3\0"u8)) return "an SQLite database";
        if (head.StartsWith("bplist00"u8)) return "a binary property list";
        if (head.StartsWith("{\\rtf"u8)) return "a rich text (RTF) file; paste its text";
        if (head.StartsWith("LPKSHHRH"u8)) return "a systemd journal; export it first: journalctl --file FILE -o short-iso | gatepost explain -";
        return IsBinary(head) ? "binary data" : null;
    }

    /// <summary>More than one control character in fifty that text does not have.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        var controls = 0;
        foreach (var b in head[..Math.Min(head.Length, 4096)])
            if (b < 32 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 12 or 11 or 27 or 8 or 7)) controls++;
        return controls > Math.Max(1, Math.Min(head.Length, 4096) / 50);
    }
}
