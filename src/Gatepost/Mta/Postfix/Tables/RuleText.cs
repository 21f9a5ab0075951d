using Gatepost.Mta.Postfix.Syntax;
using Gatepost.Relay;

namespace Gatepost.Mta.Postfix.Tables;

/// <summary>The lines of a table of rules (regexp, pcre, cidr): of a file, or written in main.cf itself as <c>{ {rule}, {rule} }</c>.</summary>
internal sealed class RuleText
{
    private RuleText(List<(string Text, Origin Origin)> lines) => Lines = lines;

    /// <summary>Each rule with its place.</summary>
    public List<(string Text, Origin Origin)> Lines { get; }

    public static RuleText OfFile(string text, string file, List<ConfigProblem> problems)
    {
        List<(string, Origin)> rules = [];
        var lines = new LogicalLineReader(text);
        while (lines.Next()) rules.Add((PostfixText.TrimEnd(lines.Text).ToString(), new Origin(file, lines.Line)));
        foreach (var orphan in lines.Orphans) problems.Add(MainFile.Orphan(new Origin(file, orphan)));
        return new RuleText(rules);
    }

    /// <summary>Reads rules in braces; the mistake that makes every lookup fail, or null.</summary>
    public static string? OfBraces(string body, Origin origin, out RuleText rules)
    {
        List<(string, Origin)> lines = [];
        var wrong = PostfixText.Unwrap(body, out var rest);
        while (wrong is null && PostfixText.NextWord(ref rest, PostfixText.CommaBlanks, out var word))
        {
            wrong = PostfixText.Unwrap(word, out var rule);
            if (wrong is null && !rule.IsEmpty && rule[0] != '#') lines.Add((rule.ToString(), origin));
        }

        rules = new RuleText(lines);
        return wrong;
    }

    /// <summary>True where a line is the word, <c>if</c> or <c>endif</c>, in any letter case; the rest is what follows it.</summary>
    public static bool IsWord(ReadOnlySpan<char> line, string word, out ReadOnlySpan<char> rest)
    {
        rest = default;
        if (!line.StartsWith(word, StringComparison.OrdinalIgnoreCase) || (line.Length > word.Length && char.IsAsciiLetterOrDigit(line[word.Length]))) return false;
        rest = PostfixText.SkipSpace(line[word.Length..]);
        return true;
    }

    public static ConfigProblem Skipped(Origin origin, string what) => new(origin, ConfigProblemKind.Syntax, $"{what}; Postfix leaves the line out.", "Correct or remove the line.");
}
