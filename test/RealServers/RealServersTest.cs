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

    /// <summary>The servers that stand beside the worlds.</summary>
    private protected AllWorlds Servers => _worlds;

    /// <summary>The names of the worlds, for theories.</summary>
    public static TheoryData<string> Names() => [.. AllWorlds.List.Select(static w => w.Name)];

    /// <summary>A world, its attempt, and how the real server refused it.</summary>
    private protected async Task<(World World, Attempt Attempt, Refusal Refusal)> Find(string name)
    {
        var world = AllWorlds.List.Single(w => w.Name == name);
        var refusal = await _worlds.Refusal(world);
        Assert.NotNull(refusal);
        return (world, _worlds.Attempt(world), refusal);
    }
}
