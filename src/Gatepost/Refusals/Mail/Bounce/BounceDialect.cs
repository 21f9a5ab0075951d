namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>How one product, or a family of products that write alike, words its bounces. Stateless.</summary>
internal abstract class BounceDialect
{
    /// <summary>The product, lower case, as <see cref="Refusal.Software"/> gives it; null where the wording does not tell.</summary>
    public abstract string? Software { get; }

    /// <summary>
    /// Words of which one stands in the report or in <see cref="BounceText.Head"/>, in whatever case, wherever
    /// <see cref="Recognises"/> is true: without any of them it is not asked. Empty where it must always be.
    /// </summary>
    public virtual IReadOnlyList<string> Marks => [];

    /// <summary>True where the text is this product's.</summary>
    public abstract bool Recognises(BounceText text);

    /// <summary>Reads the recipients and what is said of each.</summary>
    public abstract void Read(BounceText text, FindingList findings);
}
