using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The client's address has a name: any, or one that leads back to it.</summary>
internal sealed class HasName(bool verified) : Leaf
{
    public override Dimension Dimension => Dimension.Name;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) =>
        Answer.Of(verified ? session.Attempt.Name.Status == NameStatus.Verified : session.Attempt.Name.Name is not null);

    public override string ToString() => verified ? "client has a name that leads back to it" : "client has a name";
}
