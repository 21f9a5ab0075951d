using System.Text.RegularExpressions;
using Gatepost.RealServers.Hosts;
using Gatepost.RealServers.Names;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers;

/// <summary>The worlds' DNS is broken in just the ways that it is meant to be.</summary>
public partial class NamesTests(AllWorlds worlds) : RealServersTest(worlds)
{
    [Theory]
    [InlineData("far.example", "NOERROR")]
    [InlineData("quince.example", "NOERROR")]
    [InlineData("silent.example", "NOERROR")]
    [InlineData("gone.example", "NXDOMAIN")]
    [InlineData("lame.example", "SERVFAIL")]
    [InlineData("broken.example", "SERVFAIL")]
    [InlineData("unglued.example", "SERVFAIL")]
    [InlineData("loop.example", "SERVFAIL")]
    [InlineData("bogus.example", "SERVFAIL")]
    public async Task The_recursor_says(string domain, string status) =>
        Assert.Equal(status, Status(await Ask(Recursor.Address.Address.ToString(), domain)));

    [Fact]
    public async Task A_signed_zone_is_validated_and_a_changed_one_is_not()
    {
        Assert.Contains(" ad;", await Ask("127.0.0.1", "far.example", "+dnssec"), StringComparison.Ordinal);
        var changed = await Ask("127.0.0.1", "bogus.example", "+cdflag");
        Assert.Equal("NOERROR", Status(changed));
        Assert.Contains("other.bogus.example.", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_servers_asked_themselves_tell_what_the_recursor_hides()
    {
        var (first, second) = (NameServer.First.ToString(), NameServer.Second.ToString());
        Assert.Equal("REFUSED", Status(await Ask(first, "lame.example", "+norec")));
        Assert.Equal("SERVFAIL", Status(await Ask(first, "broken.example", "+norec")));
        Assert.Equal("10 mx.before.example.\n", await Ask(first, "violet.example", "+norec", "+short"));
        Assert.Equal("10 mx.after.example.\n", await Ask(second, "violet.example", "+norec", "+short"));
        Assert.Contains("ns.unglued.example.", await Ask(NameServer.Parents.ToString(), "unglued.example", "+norec"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_name_server_is_silent()
    {
        var said = await Assert.ThrowsAsync<InvalidOperationException>(static () => Ask(NameServer.Silent.ToString(), "dead.example", "+norec", "+time=1", "+retry=0"));
        Assert.Contains("timeout", said.Message, StringComparison.Ordinal);
    }

    private static Task<string> Ask(string server, string domain, params string[] options) =>
        ServersRoot.Run(ServersRoot.Program("/usr/bin/kdig", [$"@{server}", domain, "MX", "+time=5", "+retry=1", .. options]));

    private static string Status(string answer) => StatusField().Match(answer).Groups[1].Value;

    [GeneratedRegex(@"status: (\w+)")]
    private static partial Regex StatusField();
}
