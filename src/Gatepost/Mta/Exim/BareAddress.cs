using Gatepost.Mta.Exim.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim;

/// <summary>The client has left the domain of an address out.</summary>
internal sealed class BareAddress(EximAddressing addressing, bool isSender) : Leaf
{
    public override Dimension Dimension => isSender ? Dimension.Sender : Dimension.Recipient;

    public override void Mark(Landmarks landmarks)
    {
        if (!isSender) landmarks.Text("postmaster");
    }

    public override Answer Ask(Session session) => Answer.Of(addressing.IsBare(isSender ? session.Sender : session.Recipient, isSender));

    public override string ToString() => isSender ? "sender without domain" : "recipient without domain";
}
