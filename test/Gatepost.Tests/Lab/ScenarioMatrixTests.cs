using Gatepost.Diagnoses;
using Gatepost.Lab;
using Gatepost.Reports;

namespace Gatepost.Tests.Lab;

/// <summary>Every world, explained and probed as a user would: the right cause and the right owner; and no fact is such that without it the wrong one would be blamed.</summary>
public class ScenarioMatrixTests
{
    public static TheoryData<string> Worlds() => [.. LabWorlds.All.Select(static w => w.Name)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Explaining_finds_cause_and_owner(string name)
    {
        var world = LabWorlds.All.First(w => w.Name == name);
        await using var lab = RunningLab.Open(world);
        var examiner = new LabExaminer(lab);
        var finding = await examiner.Explain(TestContext.Current.CancellationToken);
        var seen = string.Join('\n', finding.Observations.SelectMany(static o => o.Facts).Select(static f => $"  {f.Kind}={f.Value} | {f.Says} | {f.Provenance}"));
        Assert.True((world.ExpectedCause, world.ExpectedOwner) == (finding.Diagnosis.Cause.Id, Names.Of(finding.Diagnosis.Owner)),
            $"{name}: {finding.Diagnosis.Cause.Id} {finding.Diagnosis.Owner} {finding.Diagnosis.Confidence}, expected {world.ExpectedCause}\n{seen}");

        var facts = finding.Observations.SelectMany(static o => o.Facts).Distinct().ToList();
        for (var i = 0; i < facts.Count; i++)
        {
            var less = Rulebook.Default.Diagnose(examiner.Refusal, [.. facts.Where((_, k) => k != i)]);
            Assert.True(less.Owner == finding.Diagnosis.Owner || less.Owner == Owner.Undetermined,
                $"{name} without {facts[i].Kind}={facts[i].Value}: {less.Cause.Id} {less.Owner} {less.Confidence}");
        }
    }
}
