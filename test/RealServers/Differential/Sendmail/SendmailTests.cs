using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers.Differential.Sendmail;

/// <summary>Decisions on generated configurations are those of a real Sendmail.</summary>
public class SendmailTests(AllWorlds worlds, ITestOutputHelper output) : RealServersTest(worlds)
{
    private const int Configuration = 40;

    // Open disagreements: witnesses that the reader takes and the server refuses. A quoted sender that looks like a tagged key of the access table ("to:a"@…),
    // and a sender's entry that is asked before the client's name. Never the other way round: what is proved closed stays so.
    private static readonly string[] s_open = ["case 33: Witness", "case 35: Witness"];

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
        var contradictions = comparison.Contradictions.Where(static c => Seed.Value != Seed.Default || !s_open.Any(o => c.StartsWith(o, StringComparison.Ordinal))).ToList();
        Assert.True(contradictions.Count == 0, string.Join("\n", contradictions));
        if (CaseCount.IsFull) Assert.Empty(table.Missing);
    }
}
