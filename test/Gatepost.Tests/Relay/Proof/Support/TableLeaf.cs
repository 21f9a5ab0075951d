using Gatepost.Relay;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>
/// A table as servers have them, on any dimension of texts or addresses. Keys: <c>u@d</c> whole, <c>u@</c> local part (whole or up to the delimiter), <c>d</c> the domain and those
/// below, <c>=d</c> the domain alone, <c>.d</c> those below alone. The answer of a key is any from the fault up.
/// </summary>
internal sealed class TableLeaf : Leaf
{
    private readonly Dictionary<string, int> _keys;
    private readonly string _delimiters;
    private readonly bool _inTurn;

    public TableLeaf(Dimension dimension, Dictionary<string, int> keys, string delimiters = "", bool inTurn = false)
    {
        Dimension = dimension;
        _keys = keys;
        _delimiters = delimiters;
        _inTurn = inTurn;
        Answers = Math.Max(1, keys.Count == 0 ? 1 : keys.Values.Max());
    }

    public IReadOnlyDictionary<string, int> Keys => _keys;

    public override Dimension Dimension { get; }

    public override int Answers { get; }

    public override void Mark(Landmarks landmarks)
    {
        if (_inTurn) landmarks.InTurn();
        landmarks.Delimiters(_delimiters);
        foreach (var key in _keys.Keys)
            if (key.EndsWith('@')) landmarks.LocalPart(key[..^1]);
            else if (key.Contains('@', StringComparison.Ordinal)) landmarks.Text(key);
            else if (key[0] == '=') landmarks.Domain(key[1..]);
            else landmarks.Domain(key);
    }

    public override Answer Ask(Session session) => Dimension switch
    {
        Dimension.Sender => Address(session.Sender),
        Dimension.Recipient => Address(session.Recipient),
        Dimension.Helo => Domain(session.Attempt.Helo),
        Dimension.Name => session.Attempt.Name.Status == NameStatus.Verified ? Domain(session.Attempt.Name.Name) : Answer.No,
        Dimension.Login => Domain(session.Attempt.Login?.User),
        _ => Domain(session.Attempt.Tls?.Fingerprint),
    };

    public override string ToString() => $"{Dimension} in {string.Join(' ', _keys.Select(static k => $"{k.Key}={k.Value}"))}";

    private Answer Address(ResolvedAddress address)
    {
        if (Found(address.Address) is { } whole) return whole;
        var cut = _delimiters.Length == 0 ? -1 : address.LocalPart.IndexOfAny([.. _delimiters]);
        if (cut > 0 && Found($"{address.LocalPart[..cut]}@{address.Domain}") is { } plain) return plain;
        if (WalkDomain(address.Domain) is { } domain) return domain;
        if (Found(address.LocalPart + "@") is { } local) return local;
        return cut > 0 && Found(address.LocalPart[..cut] + "@") is { } shortened ? shortened : Answer.No;
    }

    private Answer Domain(string? text) => text is null ? Answer.No : WalkDomain(text.ToLowerInvariant()) ?? Answer.No;

    private Answer? WalkDomain(string domain)
    {
        if (domain.Length == 0) return null;
        if ((Found("=" + domain) ?? Found(domain)) is { } exact) return exact;
        for (var dot = domain.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = domain.IndexOf('.', dot + 1))
            if ((Found(domain[dot..]) ?? Found(domain[(dot + 1)..])) is { } parent) return parent;
        return null;
    }

    private Answer? Found(string key) => _keys.TryGetValue(key, out var value) ? new Answer(value) { Key = key } : null;
}
