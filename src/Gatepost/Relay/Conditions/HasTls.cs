namespace Gatepost.Relay.Conditions;

/// <summary>The session is encrypted.</summary>
public sealed class HasTls : Leaf
{
    /// <inheritdoc/>
    public override Dimension Dimension => Dimension.Tls;

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks)
    {
    }

    /// <inheritdoc/>
    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Tls is not null);

    /// <inheritdoc/>
    public override string ToString() => "encrypted";
}
