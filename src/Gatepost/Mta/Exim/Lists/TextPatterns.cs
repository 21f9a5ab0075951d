using Gatepost.Mta.Patterns;

namespace Gatepost.Mta.Exim.Lists;

/// <summary>Reads patterns of lists that need no file.</summary>
internal static class TextPatterns
{
    /// <summary>A regular expression, <c>*suffix</c>, or the text itself; null for a regular expression that is none.</summary>
    public static Matcher? Of(string pattern)
    {
        if (pattern.StartsWith('^')) return ConfigPatterns.TryPcre(pattern, true, out var read, out _) ? new PatternMatcher(read) : null;
        return pattern.StartsWith('*') ? new SuffixMatcher(pattern[1..]) : new ExactMatcher(pattern);
    }
}
