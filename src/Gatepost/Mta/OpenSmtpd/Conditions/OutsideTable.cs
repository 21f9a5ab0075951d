using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>A part of the attempt is in a table whose content is not at hand.</summary>
internal sealed class OutsideTable(SmtpdSubject subject, string source, Origin origin, int answers = 1) : Opaque(source, subject.Words(), answers, origin)
{
    public override string Value(Session session) => subject.Key(session) ?? "";

    // What the attempt does not have is not looked up.
    public override Answer Ask(Session session) => subject.Key(session) is null ? Answer.No : base.Ask(session);
}
