using Gatepost.Mta.Postfix.Matching;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Restrictions;

/// <summary>The attempt has no such text: no HELO, no login, no certificate, no verified client name.</summary>
internal sealed class Absent(AttemptText text) : Leaf
{
    public override Dimension Dimension => text.Dimension;

    public override void Mark(Landmarks landmarks)
    {
        if (text.Dimension == Dimension.Name) landmarks.Text(AttemptText.Unknown);
    }

    public override Answer Ask(Session session) => Answer.Of(text.Of(session) is "" || (text.Dimension == Dimension.Name && text.Of(session).Equals(AttemptText.Unknown, StringComparison.OrdinalIgnoreCase)));

    public override string ToString() => $"no {text.Name}";
}
