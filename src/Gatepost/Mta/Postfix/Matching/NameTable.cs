using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>A host name, or a parent domain of it, is a key of an access table.</summary>
internal sealed class NameTable(AttemptText text, PostfixTable table, bool dotParents, bool asksParents, int answers, Func<TableResult, int> value) : Leaf
{
    public override Dimension Dimension => text.Dimension;

    public override int Answers => answers;

    public override void Mark(Landmarks landmarks) => table.Mark(landmarks, text.Subject, key => text.Mark(landmarks, key));

    public override Answer Ask(Session session)
    {
        var name = text.Of(session).AsSpan();
        if (name.IsEmpty) return Answer.No;
        if (table.Fault is { } fault) return Answer.Fault(fault.What, fault.Origin);
        var found = table.Find(name);
        if (!found.IsFound && asksParents && table.TakesPartialKeys && !HostSyntax.IsAddress(name)) found = Parents(name);
        return found.IsFound ? new Answer(value(found)) { At = found.Entry!.Origin, Key = found.Entry.Key } : Answer.No;
    }

    public override string ToString() => $"{text.Name} in {table.Name}";

    private TableResult Parents(ReadOnlySpan<char> name)
    {
        for (var at = 0; at + 1 < name.Length;)
        {
            var dot = name[(at + 1)..].IndexOf('.');
            if (dot < 0) break;
            at += 1 + dot + (dotParents ? 0 : 1);
            if (at < name.Length && table.Find(name[at..]) is { IsFound: true } found) return found;
        }

        return default;
    }
}
