using System.Text.RegularExpressions;
using Gatepost.Mta.Patterns;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>A line of a pattern table: a pattern with a value, an <c>if</c> (no value), or an <c>endif</c> (no pattern).</summary>
internal sealed record PatternRule
{
    /// <summary>The pattern; null for an endif.</summary>
    public ConfigPattern? Pattern { get; init; }

    /// <summary>True where it holds for keys that the pattern does not match.</summary>
    public bool IsNegated { get; init; }

    /// <summary>A second pattern (<c>/this/!/not that/</c>); null where there is none.</summary>
    public ConfigPattern? Except { get; init; }

    /// <summary>True where the second pattern must not match.</summary>
    public bool ExceptIsNegated { get; init; }

    /// <summary>The entry with its value; null for an if and an endif.</summary>
    public TableEntry? Entry { get; init; }

    /// <summary>The value where it holds no <c>$1</c>, <c>$$</c> made <c>$</c>.</summary>
    public string Literal { get; init; } = "";

    /// <summary>The largest number in the value, 2 for <c>$2</c>; 0 where there is none.</summary>
    public int Groups { get; init; }

    /// <summary>For an if, the index of its endif; -1 where there is none.</summary>
    public int EndIf { get; init; } = -1;

    /// <summary>True where it holds for a key. A match that takes too long counts as none.</summary>
    public bool Holds(ReadOnlySpan<char> key) =>
        Matches(Pattern!, key) != IsNegated && (Except is null || Matches(Except, key) != ExceptIsNegated);

    private static bool Matches(ConfigPattern pattern, ReadOnlySpan<char> key)
    {
        try
        {
            return pattern.Regex.IsMatch(key);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
