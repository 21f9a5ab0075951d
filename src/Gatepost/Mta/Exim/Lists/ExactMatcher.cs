using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>The text itself.</summary>
internal sealed class ExactMatcher(string text) : Matcher
{
    public string Text { get; } = text.ToLowerInvariant();

    public override bool IsMatch(string lower, string written) => lower == Text;

    public override void Mark(Landmarks landmarks, PartKind kind) => Exact(landmarks, kind, Text);
}
