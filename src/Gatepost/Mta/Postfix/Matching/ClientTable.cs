using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>The client's address is a key of a table, as it is: no networks above it are looked up (match lists).</summary>
internal sealed class ClientTable(PostfixTable table) : Leaf
{
    public override Dimension Dimension => Dimension.Client;

    public override void Mark(Landmarks landmarks) => table.Mark(landmarks, PatternSubject.Whole, key =>
    {
        foreach (var network in ClientAddressText.Networks(key)) landmarks.Network(network);
    });

    public override Answer Ask(Session session)
    {
        if (table.Fault is { } fault) return Answer.Fault(fault.What, fault.Origin);
        var found = table.Find(ClientAddressText.Write(session.Client, stackalloc char[ClientAddressText.Longest]));
        return found.IsFound ? Answer.Yes with { At = found.Entry!.Origin, Key = found.Entry.Key } : Answer.No;
    }

    public override string ToString() => $"client in {table.Name}";
}
