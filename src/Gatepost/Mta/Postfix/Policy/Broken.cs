using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Policy;

/// <summary>A table that Postfix asks about every address is broken.</summary>
internal sealed class Broken(Dimension dimension, TableFault fault) : Leaf
{
    public override Dimension Dimension => dimension;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) =>
        dimension == Dimension.Sender && session.Sender.Address.Length == 0 ? Answer.No : Answer.Fault(fault.What, fault.Origin);

    public override string ToString() => fault.What;
}
