namespace Gatepost.Relay;

/// <summary>
/// A question about an attempt with finitely many answers. Three kinds: <see cref="Leaf"/> looks at one part of the attempt,
/// <see cref="Opaque"/> at something outside the configuration or at several parts at once, and the others combine conditions.
/// </summary>
public abstract class Condition
{
    /// <summary>The largest answer it can give; 1 for yes and no.</summary>
    public virtual int Answers => 1;

    /// <summary>Asks it.</summary>
    public abstract Answer Ask(Session session);

    /// <summary>The conditions it is made of.</summary>
    public virtual IEnumerable<Condition> Parts => [];

    /// <summary>The condition as a person would write it.</summary>
    public abstract override string ToString();
}
