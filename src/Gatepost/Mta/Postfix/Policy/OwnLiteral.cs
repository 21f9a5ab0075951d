using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>The domain is an address literal of the server's own: <c>user@[192.0.2.1]</c>.</summary>
internal sealed class OwnLiteral(AttemptText domain, OwnAddresses own) : Leaf
{
    public override Dimension Dimension => domain.Dimension;

    public override void Mark(Landmarks landmarks)
    {
        foreach (var address in own.All) landmarks.Domain(address.IsV6 ? $"[ipv6:{address}]" : $"[{address}]");
    }

    public override Answer Ask(Session session) => Answer.Of(own.IsOwnLiteral(domain.Of(session)));

    public override string ToString() => $"{domain.Name} is an own address";
}
