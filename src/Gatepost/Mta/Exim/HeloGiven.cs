using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The client has said HELO or EHLO.</summary>
internal sealed class HeloGiven : Leaf
{
    public static HeloGiven Instance { get; } = new();

    public override Dimension Dimension => Dimension.Helo;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Helo is not null);

    public override string ToString() => "HELO given";
}
