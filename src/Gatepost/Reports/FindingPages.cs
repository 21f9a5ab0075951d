using System.Text;
using Gatepost.Audits;

namespace Gatepost.Reports;

/// <summary>The documentation of the audit's findings as Markdown, from nothing but the list itself.</summary>
public static class FindingPages
{
    /// <summary>All findings on one page, in the order of their ids.</summary>
    public static string Page()
    {
        var page = new StringBuilder("<!-- Generated from the list of findings by eng/causes; do not edit. -->\n\n# Findings of `gatepost audit`\n\n")
            .Append("The closed list of what an audit can find. An id means the same for ever. `--fail-on` says from which severity on the exit code is 1.\n\n")
            .Append("| id | finding | severity | what it is |\n|---|---|---|---|\n");
        foreach (var kind in FindingKinds.All)
            page.Append("| [").Append(kind.Id).Append("](#").Append(kind.Id.ToLowerInvariant()).Append('-').Append(kind.Name).Append(") | ").Append(kind.Name)
                .Append(" | ").Append(AuditWords.Of(kind.Severity)).Append(" | ").Append(Escape.Markdown(kind.Title)).Append(" |\n");
        foreach (var kind in FindingKinds.All)
            page.Append("\n## ").Append(kind.Id).Append(' ').Append(kind.Name).Append("\n\n").Append(Escape.Markdown(kind.Title)).Append(". ").Append(Escape.Markdown(kind.Why))
                .Append("\n\n**Remedy:** ").Append(Escape.Markdown(kind.Remedy)).Append(" **What that may break:** ").Append(Escape.Markdown(kind.Risk)).Append('\n');
        return page.ToString();
    }
}
