using Gatepost.Mta.Exim.Lists;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>Plain keys: <c>lsearch</c>, <c>dsearch</c>, a snapshot.</summary>
internal sealed class KeyTable(Dictionary<string, string> entries) : LookupTable
{
    public override string? Find(string key) => entries.GetValueOrDefault(key);

    public override IReadOnlyList<string>? Values(int most) => Distinct.Of(entries.Values, most);

    public override void Keys(Action<string> plain, Action<Matcher> pattern)
    {
        foreach (var key in entries.Keys) plain(key.ToLowerInvariant());
    }
}
