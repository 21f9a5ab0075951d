using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>The client has a certificate that leads to an authority that the server trusts.</summary>
internal sealed class Certified : Leaf
{
    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Tls is { IsVerified: true });

    public override string ToString() => "client certificate verified";
}
