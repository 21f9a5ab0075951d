namespace Gatepost.Refusals.Mail;

/// <summary>One header field: where its name and its raw value (still folded and encoded) stand.</summary>
/// <param name="Source">The bytes it stands in.</param>
/// <param name="Start">Offset of the name.</param>
/// <param name="NameLength">Length of the name.</param>
/// <param name="ValueStart">Offset after the colon.</param>
/// <param name="End">Offset at which the value's last line ends.</param>
internal readonly record struct MailHeader(ReadOnlyMemory<byte> Source, int Start, int NameLength, int ValueStart, int End)
{
    /// <summary>The name as written.</summary>
    public ReadOnlySpan<byte> Name => Source.Span.Slice(Start, NameLength);

    /// <summary>The value as written, folds included, trimmed.</summary>
    public ReadOnlySpan<byte> Raw => Source.Span[ValueStart..End].TrimBlanks();

    /// <summary>The value unfolded, with encoded words (RFC 2047) decoded.</summary>
    public string Text => EncodedWord.Decode(Raw);
}
