using Gatepost.Diagnoses;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers.Live;

/// <summary>What Gatepost finds when it asks the real servers.</summary>
public class LiveTests(AllWorlds worlds) : RealServersTest(worlds)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_cause_and_its_owner_are_found(string name)
    {
        var (world, _, refusal) = await Find(name);
        var (diagnosis, observations) = await Examine.Live(refusal, TestContext.Current.CancellationToken);
        var (found, expected) = ($"{diagnosis.Cause.Id} {diagnosis.Owner}", $"{world.Cause} {world.Owner}");
        var facts = observations.SelectMany(static o => o.Facts).Select(static f => $"  {f.Kind} {f.Subject}: {f.Value}");
        var all = observations.SelectMany(static o => o.Facts).Distinct().ToList();
        for (var i = 0; i < all.Count; i++)
        {
            var less = Rulebook.Default.Diagnose(refusal, [.. all.Where((_, k) => k != i)]);
            Assert.True(less.Owner == diagnosis.Owner || less.Owner == Owner.Undetermined, $"without {all[i].Kind}={all[i].Value}: {less.Cause.Id} {less.Owner} {less.Confidence}");
        }

        Assert.True(found == expected, $"{refusal.Reply}\n{found} ({diagnosis.Confidence}), not {expected}\n{string.Join('\n', facts)}\n{string.Join('\n', observations.SelectMany(static o => o.RefuserDialogs).Select(static d => $"{d.Outcome}\n{Reports.WireText.Format(d)}"))}");
    }
}
