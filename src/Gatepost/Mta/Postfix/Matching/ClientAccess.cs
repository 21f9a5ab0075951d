using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>The client's address, or what is left of it when octets are cut off at the end, is a key of an access table.</summary>
internal sealed class ClientAccess(PostfixTable table, int answers, Func<TableResult, int> value) : Leaf
{
    public override Dimension Dimension => Dimension.Client;

    public override int Answers => answers;

    public override void Mark(Landmarks landmarks) => table.Mark(landmarks, PatternSubject.Whole, key =>
    {
        foreach (var network in ClientAddressText.Networks(key)) landmarks.Network(network);
    });

    public override Answer Ask(Session session)
    {
        if (table.Fault is { } fault) return Answer.Fault(fault.What, fault.Origin);
        var address = ClientAddressText.Write(session.Client, stackalloc char[ClientAddressText.Longest]);
        var found = table.Find(address);
        var cut = session.Client.IsV6 ? ':' : '.';
        while (!found.IsFound && table.TakesPartialKeys && address.LastIndexOf(cut) is >= 0 and var end)
        {
            address = address[..end];
            found = address.IsEmpty ? default : table.Find(address);
        }

        return found.IsFound ? new Answer(value(found)) { At = found.Entry!.Origin, Key = found.Entry.Key } : Answer.No;
    }

    public override string ToString() => $"client in {table.Name}";

    /// <summary>The condition; where the table's patterns go by the text of addresses the proof may not look inside.</summary>
    public static Condition Of(PostfixTable table, int answers, Func<TableResult, int> value, Origin origin)
    {
        var leaf = new ClientAccess(table, answers, value);
        var goesByText = !table.TakesPartialKeys && !table.Name.Contains("cidr:", StringComparison.OrdinalIgnoreCase);
        return goesByText ? new Computed(table.Name, "client", answers, origin, leaf.Ask) : leaf;
    }
}
