namespace Gatepost.Refusals.Mail.Bounce;

/// <summary>
/// How one product writes a bounce that is not (or not only) a DSN. Stateless, thread-safe, never throws on input.
/// </summary>
internal abstract class BounceDialect
{
    /// <summary>The product, in lower case, as <see cref="Refusal.Software"/> names it.</summary>
    public abstract string Software { get; }

    /// <summary>
    /// True where the mail bears the product's marks. Called for every mail that is no complete DSN: cheap, on header
    /// fields and a few literal marks in the body; allocates nothing where the answer is no.
    /// </summary>
    public abstract bool Recognises(MailView mail);

    /// <summary>
    /// The refusals the mail tells of, in its order, with <see cref="Refusal.Format"/> <c>Bounce</c>; null or empty where
    /// it turns out to be something else, so that the next dialect is asked.
    /// </summary>
    public abstract IReadOnlyList<Refusal>? Read(MailView mail, ReadLimits limits);
}
