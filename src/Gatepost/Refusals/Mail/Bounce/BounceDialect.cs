namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>How one product, or a family of products that write alike, words its bounces. Stateless.</summary>
internal abstract class BounceDialect
{
    /// <summary>The product, lower case, as <see cref="Refusal.Software"/> gives it; null where the wording does not tell.</summary>
    public abstract string? Software { get; }

    /// <summary>True where the text is this product's.</summary>
    public abstract bool Recognises(BounceText text);

    /// <summary>Reads the recipients and what is said of each.</summary>
    public abstract void Read(BounceText text, FindingList findings);
}
