using System.Text;
using Gatepost.Mta.Exim.Lists;
using Gatepost.Mta.Exim.Source;

namespace Gatepost.Mta.Exim.Lookups;

/// <summary>Reads the files of <c>lsearch</c> and its kin: a key, a colon or blanks, a value that goes on in indented lines.</summary>
internal static class LineTable
{
    /// <summary>Makes the table of a file's text.</summary>
    public static LookupTable Read(string text, string type)
    {
        var entries = Entries(text);
        switch (type)
        {
            case "wildlsearch" or "nwildlsearch":
                return new WildTable([.. entries.Select(e => Wild(e.Key, e.Value, type == "wildlsearch"))]);
            case "iplsearch":
                return new WildTable([.. entries.Select(static e => Network(e.Key, e.Value)).OfType<(Matcher, bool, string)>()]);
            default:
                var first = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                foreach (var (key, value) in entries) first.TryAdd(key, value);
                return new KeyTable(first);
        }
    }

    private static (Matcher, bool, string) Wild(string key, string value, bool expands)
    {
        if ((expands ? Plain(key) : key) is not { } pattern) return (new SuffixMatcher(""), false, LookupTable.Deferred);
        var isNegated = pattern.StartsWith('!');
        return (TextPatterns.Of(isNegated ? pattern[1..].TrimStart() : pattern) ?? new ExactMatcher(pattern), isNegated, value);
    }

    // The key after expansion; null where it has a dollar sign, which no key that works has.
    private static string? Plain(string key)
    {
        var text = new StringBuilder();
        for (var at = 0; at < key.Length;)
            if (key[at] == '$') return null;
            else if (key[at] != '\\' || at + 1 == key.Length) text.Append(key[at++]);
            else if (key[at + 1] == 'N')
            {
                var end = key.IndexOf("\\N", at + 2, StringComparison.Ordinal);
                text.Append(key, at + 2, (end < 0 ? key.Length : end) - at - 2);
                at = end < 0 ? key.Length : end + 2;
            }
            else text.Append(EximText.Escape(key, ref at));
        return text.ToString();
    }

    private static (Matcher, bool, string)? Network(string key, string value) =>
        key == "*" ? (new ExactMatcher("*"), false, value)
        : EximAddress.TryParseNetwork(key, out var network) ? (new NetworkMatcher(network, key), false, value) : null;

    private static List<(string Key, string Value)> Entries(string text)
    {
        var entries = new List<(string, string)>();
        string? key = null;
        var value = new StringBuilder();
        var inComment = false;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.TrimEnd();
            if (key is not null)
            {
                // Once there was a comment, what follows it no longer belongs to the value.
                inComment |= line.IsEmpty || line[0] == '#';
                if (inComment && (line.IsEmpty || line[0] == '#' || char.IsWhiteSpace(line[0]))) continue;
                if (!inComment && char.IsWhiteSpace(line[0]))
                {
                    value.Append(' ').Append(line.TrimStart());
                    continue;
                }

                entries.Add((key, value.ToString()));
                key = null;
            }

            if (line.IsEmpty || line[0] == '#' || char.IsWhiteSpace(line[0])) continue;
            var at = 0;
            key = Key(line, ref at);
            var rest = line[at..].TrimStart();
            if (rest.StartsWith(":")) rest = rest[1..].TrimStart();
            value.Clear().Append(rest);
            inComment = false;
        }

        if (key is not null) entries.Add((key, value.ToString()));
        return entries;
    }

    private static string Key(ReadOnlySpan<char> line, ref int at)
    {
        if (line[0] != '"')
        {
            while (at < line.Length && line[at] != ':' && !char.IsWhiteSpace(line[at])) at++;
            return line[..at].ToString();
        }

        var key = new StringBuilder();
        at++;
        while (at < line.Length && line[at] != '"')
            if (line[at] == '\\') key.Append(EximText.Escape(line, ref at));
            else key.Append(line[at++]);
        if (at < line.Length) at++;
        return key.ToString();
    }
}
