using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Worlds;

[assembly: AssemblyFixture(typeof(AllWorlds))]

namespace Gatepost.RealServers;

/// <summary>What the real servers say.</summary>
public class WordsTests(AllWorlds worlds)
{
    public static TheoryData<string> Names() => [.. AllWorlds.List.Select(static w => w.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_real_server_refuses_in_these_words(string name)
    {
        Assert.SkipUnless(ServersRoot.IsHere, ServersRoot.NotHere);
        var world = AllWorlds.List.Single(w => w.Name == name);
        var attempt = worlds[world];
        var refusal = await Refused.By(attempt);
        Assert.NotNull(refusal);
        var words = world.Words.Replace("{client}", attempt.Client.ToString(), StringComparison.Ordinal).Replace("{server}", attempt.Server.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal(words, refusal.Reply.ToString());
    }
}
