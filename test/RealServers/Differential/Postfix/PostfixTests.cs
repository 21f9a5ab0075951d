using System.Diagnostics;
using System.Globalization;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Postfix;

/// <summary>Gatepost reads configurations as the real Postfix does.</summary>
[Collection(nameof(Alone))]
public class PostfixTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_decision_is_that_of_the_real_server()
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        var clock = Stopwatch.StartNew();
        using var comparison = new PostfixComparison();
        await comparison.Run(CaseCount.Value);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {Seed.Value}: {comparison.Asked} decisions, {comparison.Disagreements.Count} differ, {comparison.Unstarted} configurations did not start, {comparison.Asked / clock.Elapsed.TotalSeconds:0} decisions/s"));
        output.WriteLine(comparison.Features.ToString());
        foreach (var sort in comparison.Disagreements.GroupBy(static d => d.Sort).OrderByDescending(static s => s.Count())) output.WriteLine($"{sort.Count(),6}  {sort.Key} (case {sort.First().Number})");
        foreach (var @case in await comparison.Shrink()) output.WriteLine(@case.ToString());
        Assert.Empty(comparison.Disagreements);
        if (CaseCount.IsFull) Assert.Empty(comparison.Features.Missing);
    }
}
