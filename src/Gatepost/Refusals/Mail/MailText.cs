namespace Gatepost.Refusals.Mail;

/// <summary>
/// The text of a part: charset decoded, HTML stripped, line ends LF. Knows where a line of it stands in the mail.
/// </summary>
internal sealed class MailText
{
    private readonly MailPart? _part;

    private MailText(MailPart? part, string value) => (_part, Value) = (part, value);

    /// <summary>No text.</summary>
    public static MailText Empty { get; } = new(null, "");

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>The part it was read from; null for the empty text.</summary>
    public MailPart? Part => _part;

    /// <summary>
    /// Where the character at <paramref name="index"/> of <see cref="Value"/> stands. Exact to the line for plain text
    /// without base64; otherwise the part's first line.
    /// </summary>
    public SourceSpan SpanAt(int index)
    {
        if (_part is null) return default;
        if (_part.Kind == MailPartKind.Html || _part.Encoding == TransferEncoding.Base64) return _part.Span;
        var wanted = Value.AsSpan(0, Math.Clamp(index, 0, Value.Length)).Count('\n');
        var body = _part.Body.Span;
        var isQuoted = _part.Encoding == TransferEncoding.QuotedPrintable;
        var lines = new LineScanner(body, 0, body.Length);
        for (var seen = 0; seen < wanted && lines.Read();)
            if (!isQuoted || !lines.Line.TrimEnd(" \t"u8).EndsWith("="u8)) seen++;
        return _part.SpanAt(_part.BodyStart + lines.Next);
    }

    internal static MailText Of(MailPart part)
    {
        if (part.Body.IsEmpty) return new MailText(part, "");
        var content = part.Content.Span;
        var charset = MediaParameters.Find(part.ContentType, "charset"u8);
        Span<byte> name = stackalloc byte[40];
        var length = charset is null || charset.Length > name.Length ? 0 : System.Text.Encoding.Latin1.GetBytes(charset, name);
        var text = Normalise(Charsets.Decode(content, name[..length]));
        return new MailText(part, part.Kind == MailPartKind.Html ? HtmlText.Strip(text) : text);
    }

    private static string Normalise(string text)
    {
        if (!text.Contains('\r')) return text;
        if (text.Contains("\r\r\n")) text = text.Replace("\r\r\n", "\n");
        text = text.Replace("\r\n", "\n");
        return text.Replace('\r', '\n');
    }
}
