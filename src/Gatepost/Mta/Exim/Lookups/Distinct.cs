namespace Gatepost.Mta.Exim.Lookups;

/// <summary>Values without repetition.</summary>
internal static class Distinct
{
    /// <summary>The values in the order they come; null where there are more than some.</summary>
    public static IReadOnlyList<string>? Of(IEnumerable<string> values, int most)
    {
        var all = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (!seen.Add(value)) continue;
            if (all.Count == most) return null;
            all.Add(value);
        }

        return all;
    }
}
