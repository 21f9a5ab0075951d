using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Reports;

namespace Gatepost.Tests.Reports;

public sealed class OverviewTests
{
    private static Diagnosis At(Diagnosis diagnosis, string server, int minute) =>
        diagnosis with { Refusal = diagnosis.Refusal with { RemoteMta = server, Time = Samples.Relay.Time!.Value.AddMinutes(minute) } };

    private static IEnumerable<Diagnosis> Many()
    {
        for (var i = 0; i < 1200; i++) yield return At(Samples.DomainNotConfigured, "mx1.example.net", i);
        for (var i = 0; i < 30; i++) yield return At(Samples.NoLogin, "mail.example.com", i);
        yield return Samples.Bare;
        yield return Samples.Bare with { Refusal = Samples.Relay with { Kind = RefusalKind.Complaint }, IsRelayDenial = false };
    }

    private static string Write(Overview overview)
    {
        var output = new StringBuilder();
        OverviewReport.Write(overview, ReportStyle.Default, output);
        return output.ToString();
    }

    [Fact]
    public void Groups_the_largest_first_then_the_totals()
    {
        var overview = new Overview();
        foreach (var diagnosis in Many()) overview.Add(diagnosis);
        Golden.Assert("overview.golden", Write(overview));
    }

    [Fact]
    public void Parts_put_together_equal_the_whole()
    {
        var whole = new Overview();
        var parts = new List<Overview>();
        var i = 0;
        foreach (var diagnosis in Many())
        {
            whole.Add(diagnosis);
            if (i++ % 100 == 0) parts.Add(new Overview());
            parts[^1].Add(diagnosis);
        }

        var merged = new Overview();
        foreach (var part in parts) merged.Merge(part);
        Assert.Equal(Write(whole), Write(merged));
    }

    [Fact]
    public void Memory_is_bounded_and_says_so()
    {
        var overview = new Overview();
        for (var i = 0; i < Overview.GroupLimit + 500; i++) overview.Add(At(Samples.NoLogin, $"mx{i}.example.net", 0));
        Assert.True(overview.IsCapped);
        Assert.Equal(Overview.GroupLimit + 1, overview.Groups().Count);
        Assert.Equal(Overview.GroupLimit + 500, overview.Groups().Sum(static g => g.Count));
        Assert.Contains("More than 2,000 groups", Write(overview));
    }
}
