using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Decisions on generated configurations are those of a real Sendmail.</summary>
public class SendmailTests(AllWorlds worlds, ITestOutputHelper output) : RealServersTest(worlds)
{
    private const int Configuration = 40;

    [Fact]
    public async Task Decisions_are_those_of_the_real_server()
    {
        var table = new FeatureTable(SendmailGenerator.Features);
        using var names = new SendmailDns();
        var comparison = new SendmailComparison(table, names);
        for (var number = 0; number < (CaseCount.Value + Configuration - 1) / Configuration && comparison.Differences.Count < 10; number++) await comparison.Run(number);
        output.WriteLine($"seed {Seed.Value}, {comparison.Compared} decisions, {comparison.ProofsTook.TotalSeconds:0.0} s of proofs");
        output.WriteLine(table.ToString());
        Assert.True(comparison.Differences.Count == 0, string.Join("\n\n", comparison.Differences));
        Assert.True(comparison.Contradictions.Count == 0, string.Join("\n", comparison.Contradictions));
        if (CaseCount.IsFull) Assert.Empty(table.Missing);
    }
}
