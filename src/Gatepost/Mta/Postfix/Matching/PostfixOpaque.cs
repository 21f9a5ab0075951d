using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>A question to the outside, with the value it is asked about.</summary>
internal sealed class PostfixOpaque(string source, string subject, int answers, Origin origin, Func<Session, string> value) : Opaque(source, subject, answers, origin)
{
    public override string Value(Session session) => value(session);
}
