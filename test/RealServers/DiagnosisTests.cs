using Gatepost.Diagnoses;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers;

/// <summary>What Gatepost makes of the refusals of real servers.</summary>
public class DiagnosisTests(AllWorlds worlds) : RealServersTest(worlds)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_words_of_a_relay_denial_alone_never_make_sure_of_the_wrong_owner(string name)
    {
        var (world, attempt) = Find(name);
        var diagnosis = Rulebook.Default.Diagnose(await Refuse(attempt));
        if (diagnosis is { IsRelayDenial: true, Confidence: Confidence.High }) Assert.Equal(world.Owner, diagnosis.Owner);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Asked_live_the_cause_and_its_owner_are_found(string name)
    {
        Assert.SkipUnless(Examine.CanProbe, "built without CAN_PROBE");
        var (world, attempt) = Find(name);
        var (diagnosis, facts) = await Examine.Live(await Refuse(attempt), TestContext.Current.CancellationToken);
        var found = $"{diagnosis.Cause.Id} {diagnosis.Owner}";
        Assert.True(found == $"{world.Cause} {world.Owner}",
            $"{diagnosis.Refusal.Reply}: {found} ({diagnosis.Confidence}), not {world.Cause} {world.Owner}\n{string.Join('\n', facts.Select(static f => $"  {f.Kind} {f.Subject}: {f.Value}"))}");
    }
}
