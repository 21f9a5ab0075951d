using System.Collections.Immutable;
using Gatepost.Mta.Exim.Lists;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>Keys that are patterns, of which the first that matches counts: <c>wildlsearch</c>, <c>nwildlsearch</c>, <c>iplsearch</c>.</summary>
internal sealed class WildTable(ImmutableArray<(Matcher Key, bool IsNegated, string Value)> entries) : LookupTable
{
    public override bool MayDefer { get; } = entries.Any(static e => e.Value == Deferred);

    public override string? Find(string key)
    {
        var lower = key.ToLowerInvariant();
        foreach (var (matcher, isNegated, value) in entries)
            if (matcher.IsMatch(lower, key) != isNegated) return value;
        return null;
    }

    public override IReadOnlyList<string>? Values(int most) => Distinct.Of(entries.Select(static e => e.Value), most);

    public override void Keys(Action<string> plain, Action<Matcher> pattern)
    {
        foreach (var (matcher, _, _) in entries) pattern(matcher);
    }
}
