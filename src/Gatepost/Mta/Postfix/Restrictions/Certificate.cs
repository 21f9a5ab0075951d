using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>The client has sent a certificate, whoever made it.</summary>
internal sealed class Certificate : Leaf
{
    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Tls?.Fingerprint is not null);

    public override string ToString() => "client certificate";
}
