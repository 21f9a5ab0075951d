namespace Gatepost.Refusals.Mail;

/// <summary>Whether bytes are a mail: they begin with header fields, and some are those that mails have.</summary>
internal static class MailRecognition
{
    private static readonly byte[][] s_usual =
    [
        "From"u8.ToArray(), "To"u8.ToArray(), "Subject"u8.ToArray(), "Date"u8.ToArray(), "Message-ID"u8.ToArray(), "Received"u8.ToArray(),
        "Return-Path"u8.ToArray(), "MIME-Version"u8.ToArray(), "Content-Type"u8.ToArray(), "Delivered-To"u8.ToArray(), "X-Failed-Recipients"u8.ToArray(),
    ];

    /// <summary>0 to 100.</summary>
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        bytes = bytes.TrimStart("\r\n"u8);
        var lines = new LineScanner(bytes, 0, Math.Min(bytes.Length, 32 * 1024));
        int fields = 0, usual = 0, broken = 0, seen = 0;
        while (lines.Read() && !lines.Line.IsEmpty && seen++ < 200)
        {
            var line = lines.Line;
            if (line[0] is (byte)' ' or (byte)'\t')
            {
                if (fields == 0) return 0;
                continue;
            }

            var length = HeaderName.Length(line, out _);
            if (length == 0)
            {
                if (fields == 0 && (line.StartsWith("From "u8) || line.StartsWith(">From "u8))) continue;
                if (++broken > 2 + (fields / 4)) break;
                continue;
            }

            fields++;
            foreach (var name in s_usual)
                if (System.Text.Ascii.EqualsIgnoreCase(line[..length], name)) usual++;
        }

        if (usual == 0 || broken > fields) return 0;
        return usual >= 4 ? 95 : usual >= 3 ? 85 : usual == 2 ? 70 : fields == 1 ? 20 : 30;
    }
}
