using System.Collections.Immutable;
using System.Text;
using Gatepost.Mta.OpenSmtpd.Model;
using Gatepost.Mta.Patterns;
using Gatepost.Relay;

namespace Gatepost.Mta.OpenSmtpd.Tables;

/// <summary>
/// Regular expressions (POSIX extended, unanchored). OpenSMTPD keeps keys in lower case, expressions too, and looks up in lower case: <c>[A-Z]</c> is <c>[a-z]</c>,
/// <c>\W</c> is <c>\w</c>.
/// </summary>
internal sealed class RegexKeys : SmtpdKeys
{
    private const string IgnoreCase = "(?i)";

    private readonly ImmutableArray<(SmtpdEntry Entry, ConfigPattern Pattern)> _patterns;

    public RegexKeys(IEnumerable<SmtpdEntry> entries)
    {
        var patterns = ImmutableArray.CreateBuilder<(SmtpdEntry, ConfigPattern)>();
        var unread = ImmutableArray.CreateBuilder<SmtpdEntry>();
        foreach (var entry in entries)
        {
            var written = entry.Key.StartsWith(IgnoreCase, StringComparison.Ordinal) ? entry.Key[IgnoreCase.Length..] : entry.Key;
            if (Plain(written) is { } plain && ConfigPatterns.TryPosix(plain, ignoreCase: false, out var read, out _)) patterns.Add((entry, read));
            else unread.Add(entry);
        }

        _patterns = patterns.ToImmutable();
        Unread = unread.ToImmutable();
    }

    /// <summary>The expressions that could not be read. A wrong one matches nothing.</summary>
    public ImmutableArray<SmtpdEntry> Unread { get; }

    public override SmtpdEntry? Find(string key)
    {
        foreach (var (entry, pattern) in _patterns)
            if (pattern.IsMatch(key)) return entry;
        return null;
    }

    public override void Mark(Landmarks landmarks, PatternSubject over)
    {
        foreach (var (_, pattern) in _patterns) landmarks.Pattern(pattern.Dotnet, pattern.IgnoresCase, over);
    }

    // In the C library a backslash before most letters means nothing, and a repetition of nothing is a mistake: null.
    private static string? Plain(string pattern)
    {
        var plain = new StringBuilder(pattern.Length);
        var atStart = true;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (atStart && (c is '*' or '+' or '?' or '{')) return null;
            if (c == '[')
            {
                var end = BracketEnd(pattern, i);
                plain.Append(pattern, i, end - i);
                i = end - 1;
                atStart = false;
                continue;
            }

            if (c == '\\' && i + 1 < pattern.Length)
            {
                var next = pattern[++i];
                if (!char.IsAsciiLetter(next) || next is 'w' or 's' or 'b') plain.Append('\\');
                plain.Append(next);
                atStart = false;
                continue;
            }

            plain.Append(c);
            atStart = c is '(' or '|' or '^';
        }

        return plain.ToString();
    }

    private static int BracketEnd(string pattern, int at)
    {
        var i = at + 1;
        if (i < pattern.Length && pattern[i] == '^') i++;
        if (i < pattern.Length && pattern[i] == ']') i++;
        while (i < pattern.Length && pattern[i] != ']')
        {
            if (pattern[i] == '[' && i + 1 < pattern.Length && pattern[i + 1] is ':' or '.' or '='
                && pattern.IndexOf(pattern[i + 1] + "]", i + 2, StringComparison.Ordinal) is > 0 and var close) i = close + 1;
            i++;
        }

        return Math.Min(pattern.Length, i + 1);
    }
}
