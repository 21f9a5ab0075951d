using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Worlds;
using Gatepost.Refusals;

[assembly: AssemblyFixture(typeof(AllWorlds))]

namespace Gatepost.RealServers;

/// <summary>A class of tests on the worlds, which is skipped where there are no servers.</summary>
public abstract class RealServersTest
{
    private readonly AllWorlds _worlds;

    protected RealServersTest(AllWorlds worlds)
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        _worlds = worlds;
    }

    /// <summary>The names of the worlds, for theories.</summary>
    public static TheoryData<string> Names() => [.. AllWorlds.List.Select(static w => w.Name)];

    private protected (World World, Attempt Attempt) Find(string name)
    {
        var world = AllWorlds.List.Single(w => w.Name == name);
        return (world, _worlds[world]);
    }

    /// <summary>What the server of an attempt says to it.</summary>
    private protected static async Task<Refusal> Refuse(Attempt attempt)
    {
        var refusal = await Refused.By(attempt);
        Assert.NotNull(refusal);
        return refusal;
    }
}
