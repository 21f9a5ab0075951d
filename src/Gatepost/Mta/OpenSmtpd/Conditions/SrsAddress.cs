using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The recipient's local part looks like a sender that was rewritten (SRS).</summary>
internal sealed class SrsAddress : Leaf
{
    public static SrsAddress Instance { get; } = new();

    public override Dimension Dimension => Dimension.Recipient;

    public override void Mark(Landmarks landmarks)
    {
        landmarks.Prefix("srs0=");
        landmarks.Prefix("srs1=");
    }

    public override Answer Ask(Session session) => Answer.Of(
        session.Recipient.LocalPart.StartsWith("srs0=", StringComparison.Ordinal) || session.Recipient.LocalPart.StartsWith("srs1=", StringComparison.Ordinal));

    public override string ToString() => "recipient is an SRS address";
}
