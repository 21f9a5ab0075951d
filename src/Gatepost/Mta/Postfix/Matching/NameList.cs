using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>
/// A text of the attempt matches a list of names and known tables; the first item that matches decides. Literal names are found by hashing the
/// name and its parents, so that the time does not grow with their number.
/// </summary>
internal sealed class NameList : Leaf
{
    private readonly string _name;
    private readonly AttemptText _text;
    private readonly NameStyle _style;
    private readonly bool _wantsExcluded;
    private readonly ImmutableArray<ListItem> _items;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _literals;
    private readonly ImmutableArray<int> _others;

    /// <summary>Makes the condition.</summary>
    /// <param name="name">What the list is called.</param>
    /// <param name="text">What is matched.</param>
    /// <param name="items">The items, none of them outside.</param>
    /// <param name="style">How parents are matched.</param>
    /// <param name="wantsExcluded">True to say yes to what is excluded instead of what is included.</param>
    public NameList(string name, AttemptText text, ImmutableArray<ListItem> items, NameStyle style, bool wantsExcluded = false)
    {
        (_name, _text, _items, _style, _wantsExcluded) = (name, text, items, style, wantsExcluded);
        var literals = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var others = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < items.Length; i++)
            if (items[i].Table is null && items[i].Fault is null) literals.TryAdd(items[i].Text, i);
            else others.Add(i);
        _literals = literals.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        _others = others.ToImmutable();
    }

    public override Dimension Dimension => _text.Dimension;

    public override void Mark(Landmarks landmarks)
    {
        foreach (var item in _items)
            if (item.Table is null) _text.Mark(landmarks, item.Text);
            else item.Table.Mark(landmarks, _text.Subject, key => _text.Mark(landmarks, key));
    }

    public override Answer Ask(Session session) => Match(_text.Of(session));

    /// <summary>Matches a text.</summary>
    public Answer Match(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return Answer.No;
        var first = Literal(text);
        foreach (var other in _others)
        {
            if (other > first) break;
            var item = _items[other];
            if (item.Fault is { } fault) return Answer.Fault(fault, item.Origin);
            if (Find(item.Table!, text) is { IsFound: true } found) return Decided(item, found.Entry!.Origin, found.Entry.Key);
        }

        return first == int.MaxValue ? Answer.No : Decided(_items[first], _items[first].Origin, _items[first].Text);
    }

    public override string ToString() => $"{_text.Name} in {_name}";

    private Answer Decided(ListItem item, Origin at, string key) => new(item.IsExcluded == _wantsExcluded ? 1 : 0) { At = at, Key = key };

    private int Literal(ReadOnlySpan<char> text)
    {
        var first = int.MaxValue;
        if (_literals.TryGetValue(text, out var index)) first = index;
        if (_style == NameStyle.Exact) return first;
        for (var at = 0; Next(text, ref at);)
            if (_literals.TryGetValue(text[at..], out index) && index < first) first = index;
        return first;
    }

    private TableResult Find(PostfixTable table, ReadOnlySpan<char> text)
    {
        var found = table.Find(text);
        if (found.IsFound || _style == NameStyle.Exact || !table.TakesPartialKeys) return found;
        for (var at = 0; Next(text, ref at);)
            if (table.Find(text[at..]) is { IsFound: true } parent) return parent;
        return default;
    }

    // The next parent: after a dot, or with it; the dot at the very beginning is none.
    private bool Next(ReadOnlySpan<char> text, ref int at)
    {
        if (at + 1 >= text.Length) return false;
        var dot = text[(at + 1)..].IndexOf('.');
        if (dot < 0) return false;
        at += 1 + dot + (_style == NameStyle.Parent ? 1 : 0);
        return at < text.Length;
    }
}
