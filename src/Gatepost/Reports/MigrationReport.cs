using System.Text;
using Gatepost.Audits;
using Gatepost.Relay.Proof;

namespace Gatepost.Reports;

/// <summary>The difference of two configurations as text: for each kind of change one example, with what each decides and by which line.</summary>
public static class MigrationReport
{
    /// <summary>Appends the report; its last line ends in a line feed.</summary>
    public static void Write(string before, string after, IReadOnlyList<ListenerChange> changes, ReportStyle style, StringBuilder output)
    {
        var page = new Page(output, style);
        if (changes.Count == 0)
        {
            page.Entry("", 0, $"{after} decides every attempt as {before} does", ink: Ink.Good);
            return;
        }

        var kinds = changes.SelectMany(static c => c.Changes).Select(static c => c.Kind).Distinct().Count();
        page.Entry("", 0, $"{after} decides otherwise than {before}: {(kinds == 1 ? "one kind of change" : $"{kinds} kinds of changes")}", ink: Ink.Caution);
        foreach (var listener in changes)
        {
            if (listener.After is null) page.Entry("gone", Page.Indent, DecisionWords.Of(listener.Before!), listener.Before!.Origin.ToString(), Ink.Caution);
            if (listener.Before is null) page.Entry("new", Page.Indent, DecisionWords.Of(listener.After!), listener.After!.Origin.ToString(), Ink.Caution);
            if (listener.Changes.IsEmpty) continue;
            page.Entry("at", Page.Indent, DecisionWords.Of(listener.After!), ink: Ink.Strong);
            foreach (var change in listener.Changes) Change(page, change);
        }
    }

    private static void Change(Page page, PolicyChange change)
    {
        page.Entry(MigrationWords.IsGrave(change.Kind) ? "grave" : "", Page.Indent, MigrationWords.Text(change), ink: MigrationWords.IsGrave(change.Kind) ? Ink.Bad : Ink.Plain);
        page.Entry("", Page.Indent + 2, MigrationWords.Example(change.Attempt), ink: Ink.Faint);
        page.Entry("", Page.Indent + 2, $"before: {DecisionWords.Verdict(change.Before).Says}", Deciding.Line(change.Before)?.ToString());
        page.Entry("", Page.Indent + 2, $"after: {DecisionWords.Verdict(change.After).Says}", Deciding.Line(change.After)?.ToString());
    }
}
