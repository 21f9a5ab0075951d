using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>Reads the text of tables: postmap(1)'s <c>key value</c> lines, and <c>inline:{ key=value … }</c>.</summary>
internal static class PostmapText
{
    /// <summary>Reads <c>key value</c> lines. What postmap leaves out is a problem.</summary>
    /// <param name="name">The table as configured.</param>
    /// <param name="text">The lines.</param>
    /// <param name="file">What origins call the text.</param>
    /// <param name="rules">How keys are read.</param>
    /// <param name="problems">Where problems go.</param>
    public static FixedTable Read(string name, string text, string file, TableRules rules, List<ConfigProblem> problems)
    {
        var table = new FixedTable.Builder(name, text, file, rules.FoldsAll);
        var lines = new LogicalLineReader(text);
        while (lines.Next())
        {
            var line = lines.Text;
            var end = KeyEnd(line, rules.QuotesKeys);
            var key = end < 0 ? default : line[..end];
            var value = end < 0 || end == line.Length ? default : PostfixText.Trim(line[(end + 1)..]);
            if (key.IsEmpty || value.IsEmpty)
            {
                problems.Add(new ConfigProblem(new Origin(file, lines.Line), ConfigProblemKind.Syntax,
                    end < 0 ? "A '\"' of the key is missing; postmap leaves the line out." : $"The key {MainFile.Shorten(key)} has no value; postmap leaves the line out.", "Write the key, a blank, and the value."));
                continue;
            }

            if (!table.Add(line, lines.Offset, key, value, lines.Line))
                problems.Add(new ConfigProblem(new Origin(file, lines.Line), ConfigProblemKind.NoEffect, $"The key {MainFile.Shorten(key)} stands in an earlier line already, and that one holds.", "Remove one of the two lines."));
        }

        foreach (var orphan in lines.Orphans) problems.Add(MainFile.Orphan(new Origin(file, orphan)));
        return table.Make();
    }

    /// <summary>Reads what follows <c>inline:</c>; the mistake that makes every lookup fail, or null.</summary>
    public static string? ReadInline(string name, string body, Origin origin, TableRules rules, out FixedTable table)
    {
        var builder = new FixedTable.Builder(name, "", origin.File, rules.FoldsAll);
        var wrong = PostfixText.Balanced(body) == body.Length && body.Length > 2 ? null : "inline:{key=value …} is expected";
        var rest = wrong is null ? body.AsSpan(1, body.Length - 2) : default;
        while (wrong is null && PostfixText.NextWord(ref rest, PostfixText.CommaBlanks, out var word))
        {
            wrong = word[0] == '{' ? PostfixText.Unwrap(word, out word) : null;
            if (wrong is not null) break;
            wrong = SplitQuoted(word, rules.QuotesKeys, out var key, out var value);
            if (wrong is null) builder.Put(word, key, value, origin.Line);
        }

        if (wrong is null && builder.Slots.Count == 0) wrong = "the table is empty";
        table = builder.Make();
        return wrong;
    }

    // name = value, in which the name may hold blanks and equals signs in quotes.
    private static string? SplitQuoted(ReadOnlySpan<char> text, bool quotes, out ReadOnlySpan<char> key, out ReadOnlySpan<char> value)
    {
        key = value = default;
        text = PostfixText.SkipSpace(text);
        var end = KeyEnd(text, quotes, '=');
        if (end == 0) return "the name is missing";
        var rest = end < 0 ? default : PostfixText.SkipSpace(text[end..]);
        if (!rest.StartsWith('=')) return "'=' is missing after the name";
        key = text[..end];
        value = PostfixText.Trim(rest[1..]);
        return null;
    }

    // Where the key ends: at the first white space that is not in quotes; -1 where quotes have no end.
    private static int KeyEnd(ReadOnlySpan<char> line, bool quotes, char stop = ' ')
    {
        var inQuotes = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (quotes && line[i] == '\\')
            {
                if (++i == line.Length) break;
            }
            else if ((PostfixText.IsSpace(line[i]) || line[i] == stop) && !inQuotes) return i;
            else if (quotes && line[i] == '"') inQuotes = !inQuotes;
        }

        return inQuotes ? -1 : line.Length;
    }
}
