using System.Collections.Frozen;
using Gatepost.Relay;

namespace Gatepost.Mta.Exchange;

/// <summary>The domain of the sender or of the recipient is one of some; <c>*.x</c> stands for all below x.</summary>
internal sealed class ExchangeDomainIn : Leaf
{
    private readonly FrozenSet<string> _names;
    private readonly FrozenSet<string> _below;
    private readonly string _list;

    public ExchangeDomainIn(Dimension dimension, IEnumerable<string> names, string list)
    {
        Dimension = dimension;
        _list = list;
        var lower = names.Select(static n => n.ToLowerInvariant()).ToList();
        _names = lower.Where(static n => !n.StartsWith("*.", StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal);
        _below = lower.Where(static n => n.StartsWith("*.", StringComparison.Ordinal)).Select(static n => n[2..]).ToFrozenSet(StringComparer.Ordinal);
    }

    public override Dimension Dimension { get; }

    public override void Mark(Landmarks landmarks)
    {
        foreach (var name in _names.Concat(_below)) landmarks.Domain(name);
    }

    public override Answer Ask(Session session)
    {
        var domain = Dimension == Dimension.Sender ? session.Sender.Domain : session.Recipient.Domain;
        if (_names.Contains(domain)) return new Answer(1) { Key = domain };
        if (_below.Count == 0) return Answer.No;
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', dot + 1))
            if (_below.Contains(domain[(dot + 1)..])) return new Answer(1) { Key = "*." + domain[(dot + 1)..] };
        return Answer.No;
    }

    public override string ToString() => $"{(Dimension == Dimension.Sender ? "sender" : "recipient")} domain in {_list}";
}
