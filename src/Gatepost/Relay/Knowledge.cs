namespace Gatepost.Relay;

/// <summary>What is known of the world outside the configuration: assumptions, facts, a snapshot. One instance serves many threads.</summary>
public abstract class Knowledge
{
    /// <summary>Nothing is known.</summary>
    public static Knowledge None { get; } = new Nothing();

    /// <summary>The answer of an opaque condition; null where it is not known.</summary>
    public abstract Answer? Ask(Opaque condition, Session session);

    private sealed class Nothing : Knowledge
    {
        public override Answer? Ask(Opaque condition, Session session) => null;
    }
}
