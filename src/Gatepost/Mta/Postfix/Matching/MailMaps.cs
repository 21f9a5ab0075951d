using System.Collections.Immutable;
using Gatepost.Mta.Postfix.Addresses;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Matching;

/// <summary>The sender or the recipient is listed in maps.</summary>
internal sealed class MailMaps : Leaf
{
    private readonly string _name;
    private readonly bool _isSender;
    private readonly ImmutableArray<PostfixTable> _tables;
    private readonly MailKeys _keys;
    private readonly MailSearch _search;
    private readonly Func<TableResult, int>? _value;
    private readonly AttemptText _domain;

    /// <summary>Makes the condition.</summary>
    /// <param name="name">What the maps are called.</param>
    /// <param name="isSender">True to look the sender up, false the recipient.</param>
    /// <param name="tables">The maps, none of them outside.</param>
    /// <param name="keys">How keys are made.</param>
    /// <param name="search">Which keys are made.</param>
    /// <param name="rules">How addresses are completed.</param>
    /// <param name="answers">The largest answer.</param>
    /// <param name="value">The answer for a result; null for yes.</param>
    public MailMaps(string name, bool isSender, ImmutableArray<PostfixTable> tables, MailKeys keys, MailSearch search, AddressRules rules, int answers = 1, Func<TableResult, int>? value = null)
    {
        (_name, _isSender, _tables, _keys, _search, _value, Answers) = (name, isSender, tables, keys, search, value, answers);
        _domain = isSender ? AttemptText.SenderDomain(rules) : AttemptText.RecipientDomain(rules);
    }

    public override Dimension Dimension => _domain.Dimension;

    /// <summary>The key that stands for the null sender; null where that is not looked up.</summary>
    public string? NullKey { get; init; }

    public override int Answers { get; }

    public override void Mark(Landmarks landmarks)
    {
        if (_keys.Delimiters.Length > 0) landmarks.Delimiters(_keys.Delimiters);
        foreach (var table in _tables) table.Mark(landmarks, PatternSubject.Whole, key => Mark(landmarks, key));
    }

    public override Answer Ask(Session session)
    {
        var address = _isSender ? session.Sender : session.Recipient;
        TableResult result;
        Answer answer;
        if (address.Domain.Length > 0) answer = _keys.Find(_tables, address, _search, out result);
        else if (_isSender && NullKey is { Length: > 0 } key) answer = MailKeys.Look(_tables, key, isPartial: false, out result);
        else return Answer.No;
        return answer.IsYes && _value is not null ? answer with { Value = _value(result) } : answer;
    }

    public override string ToString() => $"{(_isSender ? "sender" : "recipient")} in {_name}";

    /// <summary>The sender or recipient is listed in one of some maps, known or outside; null where there are none.</summary>
    public static Condition? Listed(string name, bool isSender, IEnumerable<PostfixTable> maps, MailKeys keys, AddressRules rules)
    {
        ImmutableArray<PostfixTable> tables = [.. maps];
        ImmutableArray<PostfixTable> known = [.. tables.Where(static t => t.Outside is null)];
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        if (known.Length > 0) conditions.Add(new MailMaps(name, isSender, known, keys, MailSearch.Map, rules));
        foreach (var table in tables)
            if (table.Outside is { } outside)
                conditions.Add(new PostfixOpaque(outside.Source, isSender ? "sender" : "recipient", 1, outside.Origin, s => isSender ? s.Sender.Address : s.Recipient.Address) { MayFail = true });
        return conditions.Count switch { 0 => null, 1 => conditions[0], _ => new AnyOf(conditions.ToImmutable()) };
    }

    /// <summary>
    /// The condition where the maps are asked with the client's capitals. Patterns may tell those apart, and the proof knows addresses in lower case only: it may not look into them.
    /// </summary>
    public Condition Cased(Origin origin) => _tables.All(static t => t.TakesPartialKeys) ? this
        : new Computed(_name, _isSender ? "sender" : "recipient", Answers, origin, Ask) { MayFail = _tables.Any(static t => t.Fault is not null) };

    private void Mark(Landmarks landmarks, string key)
    {
        var at = key.LastIndexOf('@');
        var local = at < 0 ? key : key[..at];
        if (at < 0 || local.Length == 0) _domain.Mark(landmarks, at < 0 ? key : key[1..]);
        if (local.Length > 0 && at != 0) landmarks.LocalPart(Unquoted(local).ToLowerInvariant());
        if (local.Length == 0 || at < 0 || at == key.Length - 1) return;
        _domain.Mark(landmarks, key[(at + 1)..]);
        landmarks.Text($"{Unquoted(local)}{key[at..]}".ToLowerInvariant());
    }

    private static string Unquoted(string local) => AddressTokens.Internal(AddressTokens.Scan(local));
}
