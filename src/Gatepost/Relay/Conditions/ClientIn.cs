using System.Collections.Immutable;

namespace Gatepost.Relay.Conditions;

/// <summary>
/// The client's address is in a list of networks, of which the first that holds it decides. IPv4 networks hold no IPv6 addresses and the other way round
/// (mapped ones are IPv4). The list is cut into ranges beforehand, so that an answer takes logarithmic time.
/// </summary>
public sealed class ClientIn : Leaf
{
    private readonly AddressRanges _ranges;

    /// <summary>Makes the condition.</summary>
    public ClientIn(string name, ImmutableArray<NetworkEntry> entries)
    {
        Name = name;
        Entries = entries;
        Answers = Math.Max(1, entries.IsEmpty ? 1 : entries.Max(static e => e.Answer));
        _ranges = new AddressRanges(entries);
    }

    /// <summary>What the list is called: <c>mynetworks</c>.</summary>
    public string Name { get; }

    /// <summary>The entries in order.</summary>
    public ImmutableArray<NetworkEntry> Entries { get; }

    /// <inheritdoc/>
    public override int Answers { get; }

    /// <inheritdoc/>
    public override Dimension Dimension => Dimension.Client;

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks)
    {
        foreach (var entry in Entries) landmarks.Network(entry.Network);
    }

    /// <inheritdoc/>
    public override Answer Ask(Session session)
    {
        var index = _ranges.Find(session.Client);
        return index < 0 ? Answer.No : new Answer(Entries[index].Answer) { At = Entries[index].Origin, Key = Entries[index].Text };
    }

    /// <inheritdoc/>
    public override string ToString() => $"client in {Name}";
}
