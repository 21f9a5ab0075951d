using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>A question to the outside, with the value it is asked about.</summary>
internal sealed class PostfixOpaque(string source, string subject, int answers, Origin origin, Func<Session, string> value) : Opaque(source, subject, answers, origin)
{
    /// <summary>True where nothing is asked about an empty value, and the answer is no.</summary>
    public bool SparesEmpty { get; init; }

    public override string Value(Session session) => value(session);

    public override Answer Ask(Session session) => SparesEmpty && Value(session).Length == 0 ? Answer.No : base.Ask(session);
}
