using Gatepost.Diagnoses;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers;

/// <summary>What Gatepost makes of the words of real servers.</summary>
public class DiagnosisTests(AllWorlds worlds) : RealServersTest(worlds)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_words_of_a_relay_denial_alone_never_make_sure_of_the_wrong_owner(string name)
    {
        var (world, _, refusal) = await Find(name);
        var diagnosis = Rulebook.Default.Diagnose(refusal);
        if (!world.WordsMislead && diagnosis is { IsRelayDenial: true, Confidence: Confidence.High }) Assert.Equal(world.Owner, diagnosis.Owner);
    }
}
