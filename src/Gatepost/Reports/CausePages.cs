using System.Text;
using Gatepost.Diagnoses;

namespace Gatepost.Reports;

/// <summary>The documentation of the causes as Markdown, one page a cause and an index, from nothing but the rules themselves.</summary>
public static class CausePages
{
    /// <summary>The page of one cause: what it is, who must act, what it looks like in servers' words, how to confirm and mend it.</summary>
    public static string Page(Cause cause, IReadOnlyList<string> examples)
    {
        var page = new StringBuilder();
        page.Append(Generated).Append("# ").Append(cause.Id).Append(' ').Append(Escape.Markdown(cause.Name)).Append("\n\n")
            .Append(Escape.Markdown(Sentence(cause.Title))).Append("\n\n")
            .Append("**Who must act:** ").Append(Words.Owner(cause.Owner)).Append(" · **Side:** ").Append(Names.Of(cause.Side)).Append("\n\n")
            .Append("## Why\n\n").Append(Escape.Markdown(cause.Why)).Append("\n\n");
        if (examples.Count > 0)
        {
            page.Append("## In servers' words\n\n");
            foreach (var example in examples) page.Append("- ").Append(Escape.MarkdownCode(example)).Append('\n');
            page.Append('\n');
        }

        if (cause.Decides is { } decides) page.Append("## How to confirm\n\n").Append(Escape.Markdown(decides)).Append("\n\n");
        if (cause.Fixes.Count > 0) page.Append("## How to fix it\n\n");
        for (var i = 0; i < cause.Fixes.Count; i++) Fix(page, cause.Fixes[i], cause.Fixes.Count > 1 ? (char)('a' + Math.Min(i, 25)) : null);
        Bullets(page, "Do not", cause.DoNot);
        Bullets(page, "References", cause.References);
        return page.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>The index of all causes, in the order of their ids.</summary>
    public static string Index(IEnumerable<Cause> causes)
    {
        var page = new StringBuilder(Generated);
        page.Append("# Causes\n\n")
            .Append("The closed list of what `gatepost explain` can answer. An id means the same for ever.\n\n")
            .Append("| id | cause | what it is | who must act |\n|---|---|---|---|\n");
        foreach (var cause in causes.OrderBy(static c => c.Id, StringComparer.Ordinal))
            page.Append("| [").Append(cause.Id).Append("](").Append(cause.Id).Append(".md) | ").Append(Escape.Markdown(cause.Name))
                .Append(" | ").Append(Escape.Markdown(cause.Title)).Append(" | ").Append(Words.Owner(cause.Owner)).Append(" |\n");
        return page.ToString();
    }

    private const string Generated = "<!-- Generated from the rules by eng/causes; do not edit. -->\n\n";

    private static void Fix(StringBuilder page, Fix fix, char? letter)
    {
        page.Append("**").Append(letter is { } l ? $"{l}) " : "").Append(Capital(Words.Owner(fix.Who))).Append(", ")
            .Append(Words.Risk(fix.Risk)).Append("**");
        if (fix.OnlyIf is { Length: > 0 } condition) page.Append(" (only if ").Append(Escape.Markdown(Words.Condition(condition))).Append(')');
        page.Append("\n\n");
        for (var i = 0; i < fix.Steps.Count; i++) page.Append(i + 1).Append(". ").Append(Escape.Markdown(fix.Steps[i])).Append('\n');
        page.Append('\n');
    }

    private static void Bullets(StringBuilder page, string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0) return;
        page.Append("## ").Append(heading).Append("\n\n");
        foreach (var line in lines) page.Append("- ").Append(line.StartsWith("http", StringComparison.Ordinal) ? $"<{Escape.Line(line)}>" : Escape.Markdown(line)).Append('\n');
        page.Append('\n');
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Sentence(string title) => Capital(title.TrimEnd('.')) + ".";
}
