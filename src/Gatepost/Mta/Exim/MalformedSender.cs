using Gatepost.Mta.Exim.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The reverse-path has no form that Exim takes.</summary>
internal sealed class MalformedSender(EximAddressing addressing) : Leaf
{
    public override Dimension Dimension => Dimension.Sender;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(addressing.SenderProblem(session.Sender) is not null);

    public override string ToString() => "malformed sender";
}
