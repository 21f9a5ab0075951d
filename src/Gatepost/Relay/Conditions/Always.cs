namespace Gatepost.Relay.Conditions;

/// <summary>Holds for every attempt.</summary>
public sealed class Always : Condition
{
    /// <summary>The only one needed.</summary>
    public static Always Instance { get; } = new();

    /// <inheritdoc/>
    public override Answer Ask(Session session) => Answer.Yes;

    /// <inheritdoc/>
    public override string ToString() => "always";
}
