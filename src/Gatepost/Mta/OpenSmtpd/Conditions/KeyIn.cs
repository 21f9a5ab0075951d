using Gatepost.Mta.OpenSmtpd.Tables;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Conditions;

/// <summary>A part of the attempt is in a table.</summary>
internal sealed class KeyIn(SmtpdSubject subject, SmtpdKeys keys, string table) : Leaf
{
    public override Dimension Dimension { get; } = subject.Dimension();

    public override void Mark(Landmarks landmarks) => keys.Mark(landmarks, subject == SmtpdSubject.RecipientDomain ? PatternSubject.Domain : PatternSubject.Whole);

    public override Answer Ask(Session session) =>
        subject.Key(session) is { } key && keys.Find(key) is { } entry ? new Answer(1) { At = entry.Origin, Key = entry.Key } : Answer.No;

    public override string ToString() => $"{subject.Words()} in {table}";
}
