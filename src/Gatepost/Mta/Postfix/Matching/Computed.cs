using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>
/// A question that the configuration answers for every attempt, and that the proof may not look into: it compares parts of the attempt, or goes by the
/// form of a text.
/// </summary>
internal sealed class Computed(string source, string subject, int answers, Origin origin, Func<Session, Answer> answer) : Opaque(source, subject, answers, origin)
{
    public override Answer Ask(Session session) => answer(session);
}
