using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Acls;

/// <summary>The client has shown a certificate that leads to a trusted authority.</summary>
internal sealed class VerifiedCertificate : Leaf
{
    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Tls is { IsVerified: true });

    public override string ToString() => "verified certificate";
}
