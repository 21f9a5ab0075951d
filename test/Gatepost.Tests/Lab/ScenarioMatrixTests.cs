using System.Buffers;
using Gatepost.Diagnoses;
using Gatepost.Evidence.Worlds;
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

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task A_recording_replays_to_the_same_facts(string name)
    {
        await using var lab = RunningLab.Open(LabWorlds.All.First(w => w.Name == name));
        var plain = new LabExaminer(lab);
        var (dns, dialer) = (new RecordingDns(plain.Dns), new RecordingDialer(plain.Dialer));
        var seen = await new LabExaminer(lab) { Dns = dns, Dialer = dialer }.Explain(TestContext.Current.CancellationToken);

        var file = new ArrayBufferWriter<byte>();
        WorldWriter.Write(new World { Responses = dns.Responses, Dialogs = dialer.Dialogs }, file);
        var world = WorldReader.Read(file.WrittenMemory).World;
        Assert.NotNull(world);
        var replayed = await new LabExaminer(lab) { Dns = new RecordedDns(world), Dialer = new RecordedDialer(world) }.Explain(TestContext.Current.CancellationToken);
        Assert.Equal(Facts(seen), Facts(replayed));
        Assert.Equal((seen.Diagnosis.Cause, seen.Diagnosis.Owner, seen.Diagnosis.Confidence), (replayed.Diagnosis.Cause, replayed.Diagnosis.Owner, replayed.Diagnosis.Confidence));
    }

    private static List<string> Facts(Finding finding) =>
        [.. finding.Observations.SelectMany(static o => o.Facts).Select(static f => $"{f.Kind} {f.Subject} {f.Value} {f.Says} {f.Provenance}")];
}
