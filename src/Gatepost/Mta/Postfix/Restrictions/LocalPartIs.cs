using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>The local part is one of some, extension and all.</summary>
internal sealed class LocalPartIs(Dimension dimension, ImmutableArray<string> names) : Leaf
{
    public override Dimension Dimension => dimension;

    public override void Mark(Landmarks landmarks)
    {
        foreach (var name in names) landmarks.LocalPart(name);
    }

    public override Answer Ask(Session session) => Answer.Of(names.Contains((dimension == Dimension.Sender ? session.Sender : session.Recipient).LocalPart));

    public override string ToString() => $"local part is {string.Join(" or ", names)}";
}
