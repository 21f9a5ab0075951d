using System.Collections.Immutable;
using Gatepost.Relay;
using Gatepost.Relay.Conditions;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary><c>cidr:</c>, networks in order of which the first that holds the address gives the value; <c>!</c> and <c>if</c> … <c>endif</c> too. Keys that are no addresses are never found.</summary>
internal sealed class CidrTable : PostfixTable
{
    private readonly ImmutableArray<CidrRule> _rules;
    private readonly TableEntry?[] _entries;
    private readonly AddressRanges? _ranges;

    public CidrTable(string name, ImmutableArray<CidrRule> rules)
    {
        (Name, _rules) = (name, rules);
        _entries = [.. rules.Select(static r => r.Value is null ? null : new TableEntry(r.Pattern, r.Value, r.Origin))];
        // Plain networks are cut into ranges; a network of mapped addresses is IPv6 to Postfix, and IPv4 to the ranges.
        if (rules.All(static r => r is { Kind: CidrRuleKind.Match, IsNegated: false } && !r.Network.BaseAddress.IsIPv4MappedToIPv6))
            _ranges = new AddressRanges([.. rules.Select(static r => new NetworkEntry(r.Network, 1, r.Pattern, r.Origin))]);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool TakesPartialKeys => false;

    /// <inheritdoc/>
    public override OpaqueTable? Outside => null;

    /// <inheritdoc/>
    public override TableFault? Fault => null;

    /// <inheritdoc/>
    public override IEnumerable<TableEntry> Entries => _entries.OfType<TableEntry>();

    /// <inheritdoc/>
    public override TableResult Find(ReadOnlySpan<char> key)
    {
        if (!AddressText.TryRead(key, out var address)) return default;
        var index = _ranges?.Find(address) ?? Walk(address);
        return index < 0 ? default : new TableResult(_entries[index], _entries[index]!.Value);
    }

    /// <inheritdoc/>
    public override void Mark(Landmarks landmarks, PatternSubject over, Action<string> mark)
    {
        foreach (var rule in _rules)
            if (rule.Kind != CidrRuleKind.EndIf) landmarks.Network(rule.Network);
    }

    private int Walk(AddressKey address)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if (rule.Kind == CidrRuleKind.EndIf) continue;
            var holds = rule.Holds(address);
            if (rule.Kind == CidrRuleKind.Match && holds) return i;
            if (rule.Kind != CidrRuleKind.If || holds) continue;
            if (rule.EndIf < 0) return -1;
            i = rule.EndIf;
        }

        return -1;
    }
}
