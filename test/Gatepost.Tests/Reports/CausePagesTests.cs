using Gatepost.Diagnoses;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

public sealed class CausePagesTests
{
    private static readonly string Folder = Path.Combine(Golden.Root(), "docs", "causes");

    private static IEnumerable<string> Ids => Rulebook.Default.Causes.Select(static c => c.Id);

    [Fact]
    public void Every_cause_has_its_page_and_no_other_page_is_there()
    {
        foreach (var id in Ids)
        {
            var rules = Rulebook.Default.Rules.Where(rule => rule.Cause.Id == id).ToArray();
            Golden.AssertFile(Path.Combine(Folder, id + ".md"), CausePages.Page(rules[0].Cause, [.. rules.SelectMany(static r => r.Examples).Distinct()]));
        }

        Golden.AssertFile(Path.Combine(Folder, "README.md"), CausePages.Index(Rulebook.Default.Causes));
        foreach (var page in Directory.EnumerateFiles(Folder, "GP*.md").Where(static page => !Ids.Contains(Path.GetFileNameWithoutExtension(page))))
        {
            if (Golden.Accepts) File.Delete(page);
            else Assert.Fail($"{page} belongs to no cause");
        }
    }

    [Fact]
    public void A_page_shows_hostile_examples_as_text()
    {
        var page = CausePages.Page(Samples.DomainNotConfigured.Cause, [Samples.Hostile]);
        EscapeTests.AssertClean(page, lines: true);
        Assert.Contains("`` \\u{1b}]0;owned", page);
    }
}
