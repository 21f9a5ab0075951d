namespace Gatepost.Refusals.Mail;

/// <summary>
/// A mail seen through offsets into its bytes: header fields, MIME parts and texts are found and decoded only when
/// asked for. Any bytes can be viewed; what is broken reads as if it were not there. One thread at a time.
/// </summary>
internal sealed class MailView
{
    private MailText? _text;
    private int _lineOffset;
    private int _line;

    /// <summary>Views a document as a mail.</summary>
    public MailView(in Document document, ReadLimits limits)
    {
        Limits = limits;
        Source = document.Source;
        IsDocumentCut = document.IsCut || document.Bytes.Length > limits.DocumentBytes;
        Bytes = document.Bytes.Length > limits.DocumentBytes ? document.Bytes[..limits.DocumentBytes] : document.Bytes;
        _line = document.FirstLine;
        FirstLine = document.FirstLine;
        var start = Bytes.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        Root = new MailPart(this, null, MailHeaders.Scan(Bytes, start, Bytes.Length), Bytes, start, Bytes.Length, true);
    }

    /// <summary>Views the mail in a part of another mail, sharing its bytes and lines; see <see cref="MailPart.Parts"/>.</summary>
    private MailView(MailView outer, MailPart part)
    {
        (Limits, Source, Bytes, IsDocumentCut) = (outer.Limits, outer.Source, outer.Bytes, outer.IsDocumentCut);
        (FirstLine, _line) = (outer.FirstLine, outer.FirstLine);
        Root = part;
    }

    /// <summary>What bounds the reading.</summary>
    public ReadLimits Limits { get; }

    /// <summary>The input's name.</summary>
    public string Source { get; }

    /// <summary>All the bytes.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The 1-based line at which the bytes begin.</summary>
    public int FirstLine { get; }

    /// <summary>True where the input was longer than the limit.</summary>
    public bool IsDocumentCut { get; }

    /// <summary>The mail as a part: its header fields, body and parts.</summary>
    public MailPart Root { get; }

    /// <summary>The mail's header fields.</summary>
    public MailHeaders Headers => Root.Headers;

    /// <summary>The body's raw bytes (all parts, still encoded): for cheap looks at marks in mails that are not encoded.</summary>
    public ReadOnlySpan<byte> Body => Root.Body.Span;

    /// <summary>
    /// The human-readable text: of the first text part that is not empty and not inside a returned mail (plain before
    /// HTML); for a mail without MIME the whole body. Empty where there is none.
    /// </summary>
    public MailText Text => _text ??= (MailTexts.Find(Root, MailPartKind.Text) ?? MailTexts.Find(Root, MailPartKind.Html))?.Text ?? MailText.Empty;

    /// <summary>The mail in a message/rfc822 part as a mail of its own.</summary>
    public MailView Inside(MailPart message) => new(this, message);

    /// <summary>All parts in order, outer before inner, the whole mail first; into returned mails only where asked.</summary>
    public IEnumerable<MailPart> AllParts(bool intoMessages = false) => MailTexts.Walk(Root, intoMessages);

    /// <summary>The 1-based line of a byte. Asking in rising order costs one pass in all.</summary>
    public int LineAt(int offset)
    {
        offset = Math.Clamp(offset, 0, Bytes.Length);
        if (offset < _lineOffset) (_lineOffset, _line) = (0, FirstLine);
        _line += LineScanner.Count(Bytes.Span[_lineOffset..offset]);
        _lineOffset = offset;
        return _line;
    }

    /// <summary>Where a byte stands.</summary>
    public SourceSpan SpanAt(int offset) => new(Source, LineAt(offset));
}
