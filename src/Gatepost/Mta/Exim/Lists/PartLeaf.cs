using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatepost.Mta.Exim.Expansions;
using Gatepost.Relay;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>One part of the attempt matches one of some patterns. Plain texts among them are found by hash.</summary>
internal sealed class PartLeaf : Leaf
{
    private readonly AttemptPart _part;
    private readonly ImmutableArray<Matcher> _matchers;
    private readonly ImmutableArray<Matcher> _patterns;
    private readonly FrozenSet<string> _exact;
    private readonly string _written;
    private readonly Origin _origin;

    public PartLeaf(AttemptPart part, ImmutableArray<Matcher> matchers, string written, Origin origin)
    {
        (_part, _matchers, _written, _origin) = (part, matchers, written, origin);
        _exact = matchers.OfType<ExactMatcher>().Select(static m => m.Text).ToFrozenSet(StringComparer.Ordinal);
        _patterns = [.. matchers.Where(static m => m is not ExactMatcher)];
    }

    public override Dimension Dimension => _part.Dimension;

    public override void Mark(Landmarks landmarks)
    {
        foreach (var matcher in _matchers) matcher.Mark(landmarks, _part.Kind);
    }

    public override Answer Ask(Session session)
    {
        var text = _part.Get(session);
        var lower = _part.IsLower ? text : text.ToLowerInvariant();
        var matches = _exact.Contains(lower);
        for (var i = 0; !matches && i < _patterns.Length; i++) matches = _patterns[i].IsMatch(lower, text);
        return matches ? Answer.Yes with { At = _origin, Key = lower } : Answer.No;
    }

    public override string ToString() => $"{_part.Name} in {_written}";
}
