using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The <c>tls</c> of a match rule, which OpenSMTPD never learned to answer: whoever reaches it gets a temporary failure (seen on 6.8.0p2; the code of 7.6 is the same).</summary>
internal sealed class TlsTest(Origin origin) : Leaf
{
    public override Dimension Dimension => Dimension.Tls;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Fault("tls cannot be tested in a match rule", origin);

    public override string ToString() => "tls";
}
