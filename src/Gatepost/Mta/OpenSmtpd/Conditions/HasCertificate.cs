using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The client sent a certificate of an authority that the server knows.</summary>
internal sealed class HasCertificate : Leaf
{
    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Tls is { IsVerified: true });

    public override string ToString() => "client has a verified certificate";
}
