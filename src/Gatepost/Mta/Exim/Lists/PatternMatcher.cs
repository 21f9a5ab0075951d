using Gatepost.Mta.Exim.Expansions;
using Gatepost.Mta.Patterns;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>A regular expression.</summary>
internal sealed class PatternMatcher(ConfigPattern pattern) : Matcher
{
    public override bool IsMatch(string lower, string written) => pattern.IsMatch(written);

    public override void Mark(Landmarks landmarks, PartKind kind) => landmarks.Pattern(pattern.Dotnet, pattern.IgnoresCase, SubjectOf(kind));
}
