using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>An item of a list that only the outside answers.</summary>
internal sealed class SubjectOpaque(string source, ListSubject subject, Origin origin) : Opaque(source, subject.Shown, 1, origin)
{
    /// <inheritdoc/>
    public override string Value(Session session) => subject.Part?.Get(session) ?? subject.Text ?? "";
}
