using Gatepost.Mta.Exim.Lists;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>A table with the way keys are tried in it: partial keys and defaults.</summary>
internal sealed class TableSearch(LookupTable table, LookupStyle style, bool usesPartial = true)
{
    /// <summary>True where some keys cannot be looked up.</summary>
    public bool MayDefer => table.MayDefer;

    /// <summary>The value that a key leads to; null where none does.</summary>
    public string? Find(string key)
    {
        var found = Plainly(key);
        if (found is null && usesPartial && style.Partial >= 0) found = Partially(key);
        if (found is null && style.HasStarAt && key.LastIndexOf('@') is > 0 and var at) found = table.Find("*" + key[at..]);
        if (found is null && style.HasStar) found = table.Find("*");
        return found is not (null or LookupTable.Deferred) && style.ReturnsKey ? key : found;
    }

    /// <summary>The distinct values; null where there are more than some, or where the key itself is the value.</summary>
    public IReadOnlyList<string>? Values(int most) => style.ReturnsKey ? null : table.Values(most);

    /// <summary>Names the keys: those that stand for themselves, those that stand for a domain and what is below, and patterns.</summary>
    public void Mark(Action<string> exact, Action<string> domain, Action<Matcher> pattern) => table.Keys(
        key =>
        {
            exact(key);
            if (style.Partial >= 0 && key.StartsWith(style.Affix, StringComparison.Ordinal) && key.Length > style.Affix.Length) domain(key[style.Affix.Length..]);
            if (style.HasStarAt && key.StartsWith("*@", StringComparison.Ordinal)) pattern(new SuffixMatcher(key[1..]));
        },
        matcher => pattern(matcher));

    // An empty key is never looked up.
    private string? Plainly(string key) => key.Length == 0 ? null : table.Find(key);

    private string? Partially(string key)
    {
        var found = style.Affix.Length == 0 ? null : table.Find(style.Affix + key);
        if (found is not null) return found;
        var dots = key.AsSpan().Count('.');
        var rest = key;
        while (dots-- >= style.Partial)
        {
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                if (style.Affix.Length == 0) return null;
                return table.Find(style.Affix.Length > 1 && style.Affix[^1] == '.' ? style.Affix[..^1] : style.Affix);
            }

            rest = rest[(dot + 1)..];
            if (table.Find(style.Affix + rest) is { } value) return value;
        }

        return null;
    }
}
