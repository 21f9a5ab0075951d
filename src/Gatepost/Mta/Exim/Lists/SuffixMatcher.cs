using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary><c>*suffix</c>: all that ends in the suffix, at a dot or not; <c>*</c> alone is everything.</summary>
internal sealed class SuffixMatcher(string suffix) : Matcher
{
    private readonly string _suffix = suffix.ToLowerInvariant();

    public bool IsEverything => _suffix.Length == 0;

    public override bool IsMatch(string lower, string written) => lower.EndsWith(_suffix, StringComparison.Ordinal);

    public override void Mark(Landmarks landmarks, PartKind kind) => Ending(landmarks, kind, _suffix);
}
