using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>Something about an address that shows without knowing any other: that it is empty, routed, a literal.</summary>
internal sealed class AddressForm(string name, Dimension dimension, Func<ResolvedAddress, bool> holds) : Leaf
{
    /// <summary>The recipient's local part asks to be routed on.</summary>
    public static AddressForm IsRouted { get; } = new("recipient is routed", Dimension.Recipient, static a => a.IsRouted);

    /// <summary>The null sender.</summary>
    public static AddressForm IsNullSender { get; } = new("null sender", Dimension.Sender, static a => a.Address.Length == 0);

    public override Dimension Dimension => dimension;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(holds(dimension == Dimension.Sender ? session.Sender : session.Recipient));

    public override string ToString() => name;
}
