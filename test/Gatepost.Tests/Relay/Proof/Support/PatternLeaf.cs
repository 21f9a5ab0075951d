using System.Text.RegularExpressions;
using Gatepost.Relay;

namespace Gatepost.Tests.Relay.Proof.Support;

/// <summary>A map of regular expressions, or of beginnings and ends, on one part of the attempt: the first that matches decides.</summary>
internal sealed class PatternLeaf(Dimension dimension, PatternSubject over, params IReadOnlyList<(string Pattern, int Answer)> patterns) : Leaf
{
    private readonly Regex[] _patterns = [.. patterns.Select(static p => new Regex(p.Pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase))];

    public override Dimension Dimension => dimension;

    public override int Answers { get; } = Math.Max(1, patterns.Count == 0 ? 1 : patterns.Max(static p => p.Answer));

    public override void Mark(Landmarks landmarks)
    {
        foreach (var (pattern, _) in patterns)
            if (over == PatternSubject.Domain && pattern is ['^', .. var prefix] && prefix.All(char.IsAsciiLetterOrDigit)) landmarks.Prefix(prefix);
            else landmarks.Pattern(pattern, true, over);
    }

    public override Answer Ask(Session session)
    {
        var text = Text(session);
        if (text is null) return Answer.No;
        for (var i = 0; i < _patterns.Length; i++)
            if (_patterns[i].IsMatch(text)) return new Answer(patterns[i].Answer);
        return Answer.No;
    }

    public override string ToString() => $"{dimension} {over} matches {string.Join(' ', patterns)}";

    private string? Text(Session session) => dimension switch
    {
        Dimension.Helo => session.Attempt.Helo?.ToLowerInvariant(),
        Dimension.Sender => Part(session.Sender),
        _ => Part(session.Recipient),
    };

    private string Part(ResolvedAddress address) => over switch
    {
        PatternSubject.Domain => address.Domain,
        PatternSubject.LocalPart => address.LocalPart,
        _ => address.Address,
    };
}
