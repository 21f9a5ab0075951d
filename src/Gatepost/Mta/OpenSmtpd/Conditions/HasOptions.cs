using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The client's address holds an angle bracket, so that what follows is taken for an option that nobody knows.</summary>
internal sealed class HasOptions(Dimension dimension) : Leaf
{
    public override Dimension Dimension => dimension;

    public override void Mark(Landmarks landmarks) => landmarks.Pattern(">", ignoreCase: false, PatternSubject.Whole);

    public override Answer Ask(Session session) =>
        Answer.Of((dimension == Dimension.Sender ? session.Attempt.MailFrom : session.Attempt.RcptTo).Contains('>', StringComparison.Ordinal));

    public override string ToString() => $"{(dimension == Dimension.Sender ? "sender" : "recipient")} with an option";
}
