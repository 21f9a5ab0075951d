using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The client said HELO or EHLO.</summary>
internal sealed class HasHelo : Leaf
{
    public override Dimension Dimension => Dimension.Helo;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Helo is not null);

    public override string ToString() => "client said HELO or EHLO";
}
