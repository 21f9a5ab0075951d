using System.Collections.Frozen;
using Gatepost.Relay;

namespace Gatepost.Bench;

/// <summary>An access table of recipient domains with its parents looked up, as Postfix asks one.</summary>
internal sealed class DomainTable(string name, FrozenDictionary<string, int> keys) : Leaf
{
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _keys = keys.GetAlternateLookup<ReadOnlySpan<char>>();

    public override Dimension Dimension => Dimension.Recipient;

    public override int Answers { get; } = keys.Values.Max();

    public override void Mark(Landmarks landmarks)
    {
        foreach (var key in keys.Keys) landmarks.Domain(key);
    }

    public override Answer Ask(Session session)
    {
        var domain = session.Recipient.Domain;
        for (var at = 0; ;)
        {
            if (_keys.TryGetValue(domain.AsSpan(at), out var value)) return new Answer(value);
            at = domain.IndexOf('.', at) + 1;
            if (at == 0) return Answer.No;
        }
    }

    public override string ToString() => $"recipient in {name}";
}
