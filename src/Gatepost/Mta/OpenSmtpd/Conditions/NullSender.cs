using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The sender is the null sender.</summary>
internal sealed class NullSender : Leaf
{
    public static NullSender Instance { get; } = new();

    public override Dimension Dimension => Dimension.Sender;

    public override void Mark(Landmarks landmarks)
    {
    }

    public override Answer Ask(Session session) => Answer.Of(session.Sender.LocalPart.Length == 0);

    public override string ToString() => "sender is the null sender";
}
