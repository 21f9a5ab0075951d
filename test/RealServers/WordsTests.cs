using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers;

/// <summary>What the real servers say.</summary>
public class WordsTests(AllWorlds worlds) : RealServersTest(worlds)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_real_server_refuses_in_these_words(string name)
    {
        var (world, attempt, refusal) = await Find(name);
        Assert.Equal(attempt.Fill(world.Words), refusal.Reply.ToString());
    }
}
