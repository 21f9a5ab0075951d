using Gatepost.Audits;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

public sealed class FindingPagesTests
{
    [Fact]
    public void The_page_of_findings_is_the_list() => Golden.AssertFile(Path.Combine(Golden.Root(), "docs", "findings.md"), FindingPages.Page());

    [Fact]
    public void Ids_follow_each_other_and_names_are_kebab_case()
    {
        Assert.Equal(Enumerable.Range(301, FindingKinds.All.Count).Select(static n => $"GP{n}"), FindingKinds.All.Select(static k => k.Id));
        Assert.All(FindingKinds.All, static k => Assert.Matches("^[a-z]+(-[a-z]+)*$", k.Name));
    }
}
