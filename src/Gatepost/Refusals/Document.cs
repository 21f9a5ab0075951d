namespace Gatepost.Refusals;

/// <summary>
/// One piece of input held whole: a mail, a webhook body, a pasted text. Bounded by <see cref="ReadLimits"/> before it gets here.
/// </summary>
/// <param name="Source">Its name for people (see <see cref="SourceSpan.Source"/>).</param>
/// <param name="Bytes">Its bytes, decompressed.</param>
/// <param name="FirstLine">The 1-based line of the file at which it starts (mails of an mbox).</param>
public readonly record struct Document(string Source, ReadOnlyMemory<byte> Bytes, int FirstLine = 1)
{
    /// <summary>True where the input was longer than the limit and only its beginning is here.</summary>
    public bool IsCut { get; init; }
}
