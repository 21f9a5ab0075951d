using Gatepost.Lab;

namespace Gatepost.Cli.Tests;

/// <summary>The lab as a user meets it: no network, no rights, a diagnosis that is right.</summary>
public class LabTests
{
    [Fact]
    public void The_list_names_every_world()
    {
        var result = Cli.Run("lab");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        foreach (var world in LabWorlds.All) Assert.Contains($"{world.ExpectedCause}  {world.Name} ", result.Out);
        Assert.All(result.Out.Split('\n'), static l => Assert.True(l.Length <= 110, l));
    }

    [Fact]
    public void Every_world_comes_to_what_it_should()
    {
        var result = Cli.Run("lab", "--all");
        Assert.True(result.Exit == 0, result.Out + result.Error);
        Assert.Equal(LabWorlds.All.Count, result.Out.Split('\n').Count(static l => l.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_world_shows_the_case_the_diagnosis_and_the_probe()
    {
        var result = Cli.Run("lab", "stale-mx");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("In hand:", result.Out);
        Assert.Contains("GP112 mx-points-elsewhere", result.Out);
        Assert.Contains("The MX hosts of tulip.example refuse pat@tulip.example.", result.Out);
        Assert.EndsWith("As it should be: GP112, recipient-dns.\n", result.Out);
        Assert.All(result.Out.Split('\n'), static l => Assert.True(l.Length <= 80, l));
    }
}
