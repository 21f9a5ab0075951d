using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>The argument of HELO is neither a host name nor an address literal.</summary>
internal sealed class HeloIsWrong : Leaf
{
    public override Dimension Dimension => Dimension.Helo;

    public override void Mark(Landmarks landmarks)
    {
        landmarks.Pattern(SmtpdNames.HostPattern, ignoreCase: false, PatternSubject.Whole);
        landmarks.Pattern(SmtpdNames.LiteralPattern, ignoreCase: false, PatternSubject.Whole);
    }

    public override Answer Ask(Session session) => Answer.Of(session.Attempt.Helo is { } helo && !SmtpdNames.IsDomain(helo));

    public override string ToString() => "the argument of HELO is no domain";
}
