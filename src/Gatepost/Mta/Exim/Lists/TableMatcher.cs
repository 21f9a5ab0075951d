using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Exim.Lookups;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>A lookup with the text as its key: matches where something is found, or where what is found is one value.</summary>
/// <param name="search">The search.</param>
/// <param name="value">The value that counts; null for any.</param>
/// <param name="lowers">True where the key is the text in lower case, as in lists.</param>
internal sealed class TableMatcher(TableSearch search, string? value = null, bool lowers = true) : Matcher
{
    public override bool IsMatch(string lower, string written) => search.Find(lowers ? lower : written) is { } found && (value is null || found == value);

    public override void Mark(Landmarks landmarks, PartKind kind) =>
        search.Mark(
            key => Exact(landmarks, kind, key),
            domain => landmarks.Domain(domain),
            matcher => matcher.Mark(landmarks, kind));
}
