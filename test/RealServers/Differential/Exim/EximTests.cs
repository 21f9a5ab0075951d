using System.Diagnostics;
using System.Globalization;
using Gatepost.RealServers.Hosts;

namespace Gatepost.RealServers.Differential.Exim;

/// <summary>Gatepost reads configurations as the real Exim does.</summary>
public class EximTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_decision_is_that_of_the_real_server()
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        var clock = Stopwatch.StartNew();
        using var comparison = new EximComparison();
        await comparison.Run(CaseCount.Value);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"seed {Seed.Value}: {comparison.Asked} decisions, {comparison.Disagreements.Count} differ, {comparison.Unstarted.Count} configurations did not start, {comparison.Contradictions.Count} proofs contradicted, {comparison.Asked / clock.Elapsed.TotalSeconds:0} decisions/s"));
        output.WriteLine(comparison.Features.ToString());
        foreach (var sort in comparison.Disagreements.GroupBy(static d => d.Sort).OrderByDescending(static s => s.Count())) output.WriteLine($"{sort.Count(),6}  {sort.Key} (case {sort.First().Number}): {sort.First().Difference}");
        foreach (var @case in await comparison.Shrink()) output.WriteLine(@case.ToString());
        Assert.Empty(comparison.Disagreements);
        Assert.True(comparison.Contradictions.Count == 0, string.Join("\n", comparison.Contradictions));
        Assert.True(comparison.Unstarted.Count * 20 <= comparison.Asked / EximGenerator.QuestionsOfCase, $"did not start: {string.Join(", ", comparison.Unstarted)}");
        if (CaseCount.IsFull) Assert.Empty(comparison.Features.Missing);
    }
}
