using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dialog;
using Gatepost.Evidence.Relaying;
using Gatepost.RealServers.Mail;
using Gatepost.RealServers.Worlds;

namespace Gatepost.RealServers.Live;

/// <summary>The relay test against real Postfix.</summary>
public class RelayTests(AllWorlds worlds) : RealServersTest(worlds)
{
    // Postfix waits a second before every reply once it has refused ten times in a session.
    private static readonly TimeSpan s_tarpit = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Stock_Postfix_refuses_every_form_and_is_not_made_to_wait()
    {
        var first = await Test(Servers.Closed);
        Assert.Equal(RelayState.Refuses, first.Verdict.State);
        Assert.InRange(first.Forms.Count, 24, 40);
        var quickest = first.Elapsed;
        for (var i = 0; i < 4; i++) quickest = (await Test(Servers.Closed)).Elapsed is var again && again < quickest ? again : quickest;
        TestContext.Current.TestOutputHelper?.WriteLine($"{first.Forms.Count} forms in {quickest.TotalMilliseconds:0} ms");
        Assert.InRange(quickest, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        Assert.All(first.Dialogs, static d => Assert.InRange(d.SlowestReply, TimeSpan.Zero, s_tarpit));
    }

    [Fact]
    public async Task An_open_relay_is_called_one() => Assert.Equal(RelayState.Relays, (await Test(Servers.Open)).Verdict.State);

    [Fact]
    public async Task A_server_that_takes_every_domain_for_its_own_is_not() => Assert.Equal(RelayState.Unknown, (await Test(Servers.CatchAll)).Verdict.State);

    [Fact]
    public async Task Nor_is_one_that_trusts_the_address_of_the_tester()
    {
        var test = await Test(Servers.Closed, IPAddress.Loopback);
        Assert.Equal(RelayState.Unknown, test.Verdict.State);
    }

    private async Task<RelayTest> Test(Postfix server, IPAddress? source = null)
    {
        var target = new RelayTarget(new IPEndPoint(server.Address, 25), "stranger.oak.example", "oak.example") { Host = server.Host, LocalDomains = [.. server.Domains], Source = source ?? Servers.Stranger };
        return await new RelayTester(new SocketDialer(DirectRoutes.Instance, TimeProvider.System), TimeProvider.System)
            .Test(target, RelayConsent.OfOperator, new Random(7), TestContext.Current.CancellationToken);
    }
}
