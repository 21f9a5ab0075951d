namespace Gatepost.Refusals.Mail;

/// <summary>
/// A mail or one of its MIME parts: ranges of the bytes. Contents are decoded when asked for. The parts of a part are
/// found when asked for, too, so a mail that is told by its header fields costs no more than they do.
/// </summary>
internal sealed class MailPart
{
    private readonly MailView _mail;
    private IReadOnlyList<MailPart>? _parts;
    private ReadOnlyMemory<byte>? _content;
    private MailText? _text;

    internal MailPart(MailView mail, MailPart? parent, MailHeaders headers, ReadOnlyMemory<byte> source, int start, int end, bool isMapped)
    {
        (_mail, Parent, Headers, Source, Start, End, IsMapped) = (mail, parent, headers, source, start, end, isMapped);
        Level = parent is null ? 0 : parent.Level + 1;
        Kind = MailPartKinds.Of(headers.Raw("Content-Type"u8), parent);
    }

    /// <summary>The part this one is in; null for the whole mail.</summary>
    public MailPart? Parent { get; }

    /// <summary>0 for the whole mail, one more for every part around this one.</summary>
    public int Level { get; }

    /// <summary>What the part is, by its Content-Type.</summary>
    public MailPartKind Kind { get; }

    /// <summary>The part's header fields: for a mail, the mail's own.</summary>
    public MailHeaders Headers { get; }

    /// <summary>The bytes the offsets count in: those of the mail, or those of an encoded part around this one.</summary>
    public ReadOnlyMemory<byte> Source { get; }

    /// <summary>Offset of the header fields.</summary>
    public int Start { get; }

    /// <summary>Offset of the body.</summary>
    public int BodyStart => Math.Min(Headers.BodyStart, End);

    /// <summary>Offset at which the body ends.</summary>
    public int End { get; }

    /// <summary>True where the offsets are those of the whole mail's bytes, so that they have a line.</summary>
    public bool IsMapped { get; }

    /// <summary>True where the multipart's end boundary, or the part's header fields' end, is missing.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The body as it stands, transfer encoding and all.</summary>
    public ReadOnlyMemory<byte> Body => Source[BodyStart..End];

    /// <summary>The Content-Type value, raw; empty where there is none. See <see cref="MediaParameters"/>.</summary>
    public ReadOnlySpan<byte> ContentType => Headers.Raw("Content-Type"u8);

    /// <summary>The parts of a multipart, or the one mail in a message part, in order; empty for any other.</summary>
    public IReadOnlyList<MailPart> Parts
    {
        get
        {
            if (_parts is not null) return _parts;
            _parts = MailParts.Of(_mail, this, out var isCut);
            IsCut = isCut;
            return _parts;
        }
    }

    /// <summary>The body with its transfer encoding taken off; the body itself where there is none.</summary>
    public ReadOnlyMemory<byte> Content => _content ??= Encoding switch
    {
        TransferEncoding.Base64 => TransferDecoder.Base64(Body.Span),
        TransferEncoding.QuotedPrintable => TransferDecoder.QuotedPrintable(Body.Span),
        _ => Body,
    };

    /// <summary>The transfer encoding by the header fields.</summary>
    public TransferEncoding Encoding
    {
        get
        {
            var value = MediaParameters.Value(Headers.Raw("Content-Transfer-Encoding"u8));
            if (value.StartsWithIgnoreCase("base64"u8)) return TransferEncoding.Base64;
            return value.StartsWithIgnoreCase("quoted-printable"u8) ? TransferEncoding.QuotedPrintable : TransferEncoding.None;
        }
    }

    /// <summary>The content as text: charset decoded, HTML stripped, line ends LF.</summary>
    public MailText Text => _text ??= MailText.Of(this);

    /// <summary>Where a byte of the part stands; the part's first line where it is inside an encoded part.</summary>
    public SourceSpan SpanAt(int offset)
    {
        var part = this;
        while (!part.IsMapped && part.Parent is not null)
        {
            part = part.Parent;
            offset = part.BodyStart;
        }

        return _mail.SpanAt(offset);
    }

    /// <summary>Where the part's body begins.</summary>
    public SourceSpan Span => SpanAt(BodyStart);
}
