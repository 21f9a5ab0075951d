using System.Text;
using Gatepost.Refusals;

namespace Gatepost.Reports;

/// <summary>Many refusals on one page: by cause, owner and place, the largest group first, then the totals.</summary>
public static class OverviewReport
{
    /// <summary>Groups printed; the rest are told in one line.</summary>
    public const int Printed = 40;

    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(Overview overview, ReportStyle style, StringBuilder output, int printed = Printed)
    {
        var page = new Page(output, style);
        var groups = overview.Groups();
        long shown = 0;
        for (var i = 0; i < groups.Count && i < printed; i++)
        {
            Group(page, groups[i], style.Verbose);
            shown += groups[i].Count;
        }

        var rest = groups.Sum(static g => g.Count) - shown;
        if (rest > 0)
        {
            page.Entry("", 0, $"and {Number(rest)} more in {Number(groups.Count - printed)} smaller groups; --json prints them all");
            page.Blank();
        }

        if (overview.IsCapped)
            page.Entry("", 0, $"More than {Number(Overview.GroupLimit)} groups: what came later is counted by cause and owner alone.");
        page.Entry("", 0, Totals(overview), ink: Ink.Strong);
    }

    private static void Group(Page page, OverviewGroup group, bool verbose)
    {
        var count = Number(group.Count).PadLeft(7) + "  ";
        page.Entry(count, Page.Indent, $"{group.Cause.Id} {group.Cause.Name}", "owner: " + Words.Owner(group.Owner), Ink.Strong, Ink.Plain);
        page.Entry("", Page.Indent, group.Place ?? "several or unknown places", Times(group));
        if (group.Example is { } example)
        {
            var said = Words.Said(example);
            var room = page.Columns - Page.Indent;
            page.Entry("", Page.Indent, verbose ? said : Escape.Line(said, room * 2), Words.Where(example.Refusal.Source), Ink.Faint);
        }

        page.Blank();
    }

    private static string? Times(OverviewGroup group)
    {
        if (group.First is not { } first || group.Last is not { } last) return null;
        var from = first.UtcDateTime.ToString("yyyy-MM-dd HH:mm");
        if (group.Count == 1 || first == last) return from;
        var to = last.UtcDateTime.ToString(first.UtcDateTime.Date == last.UtcDateTime.Date ? "HH:mm" : "yyyy-MM-dd HH:mm");
        return $"{from} to {to}";
    }

    private static string Totals(Overview o)
    {
        var failed = o.Of(RefusalKind.Failed);
        var delayed = o.Of(RefusalKind.Delayed);
        var text = $"{Number(failed + delayed)} {(failed + delayed == 1 ? "refusal" : "refusals")}: {Number(failed)} for good, {Number(delayed)} for now; "
            + $"{Number(o.RelayDenials)} relay {(o.RelayDenials == 1 ? "denial" : "denials")}.";
        var others = new List<string>();
        void Other(RefusalKind kind, string one, string many)
        {
            var count = o.Of(kind);
            if (count > 0) others.Add($"{Number(count)} {(count == 1 ? one : many)}");
        }

        Other(RefusalKind.Complaint, "complaint", "complaints");
        Other(RefusalKind.AutoReply, "automatic reply", "automatic replies");
        Other(RefusalKind.Delivered, "delivery", "deliveries");
        return others.Count == 0 ? text : $"{text} Besides: {string.Join(", ", others)}.";
    }

    private static string Number(long value) => value.ToString("#,0");
}
