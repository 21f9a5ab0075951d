using System.Net;
using System.Text;
using Gatepost.Evidence.Dns;
using Gatepost.Lab;
using Gatepost.Lab.Dns;

namespace Gatepost.Tests.Lab;

/// <summary>The lab's name servers and its resolver, asked over sockets.</summary>
public class LabDnsTests
{
    private const int CheckingDisabled = 0x0110;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RunningLab Open(string world) => RunningLab.Open(LabWorlds.Find(world)!);

    private static Task<RawDns.Message> Resolve(RunningLab lab, string name, DnsType type, int flags = 0x0100, bool dnssecOk = false) =>
        RawDns.Udp(lab.Routes.To(lab.Resolver)!, RawDns.Query(name, type, flags, dnssecOk: dnssecOk));

    private static Task<RawDns.Message> Ask(RunningLab lab, string server, string name, DnsType type) =>
        RawDns.Udp(lab.Routes.To(new IPEndPoint(IPAddress.Parse(server), 53))!, RawDns.Query(name, type, flags: 0));

    private static LabWorld With(params NameServer[] servers) => LabWorlds.Find("unknown-refuser")! with { NameServers = servers };

    [Fact]
    public async Task A_question_answered_over_UDP_is_answered_alike_over_TCP()
    {
        await using var lab = Open("forgotten-domain");
        var query = RawDns.Query("tulip.example", DnsType.Mx);
        var overUdp = await RawDns.Udp(lab.Routes.To(lab.Resolver)!, query);
        var overTcp = await RawDns.Tcp(lab.Routes.To(lab.Resolver)!, query);
        Assert.Equal((0x4750, 0, true, false), (overUdp.Id, overUdp.Rcode, overUdp.RecursionAvailable, overUdp.Authoritative));
        Assert.Equal("tulip.example Mx 000A" + "026D78" + "0574756C6970" + "076578616D706C65" + "00", Assert.Single(overUdp.Answers));
        Assert.Equal(overUdp.Answers, overTcp.Answers);
    }

    [Fact]
    public async Task The_way_down_from_the_root_is_by_referrals()
    {
        await using var lab = Open("forgotten-domain");
        var root = await Ask(lab, lab.Roots[0].ToString(), "tulip.example", DnsType.Mx);
        Assert.Equal((0, false), (root.Counts[1], root.Authoritative));
        Assert.Contains(root.Records, static r => r is { Name: "example", Type: DnsType.Ns });
        var registry = await Ask(lab, "192.0.2.2", "tulip.example", DnsType.Mx);
        Assert.Equal(2, registry.Records.Count(static r => r is { Name: "tulip.example", Type: DnsType.Ns }));
        Assert.Contains(registry.Records, static r => r is { Name: "ns1.tulip.example", Type: DnsType.A });
        var own = await Ask(lab, "198.51.100.1", "tulip.example", DnsType.Mx);
        Assert.Equal((1, true, false), (own.Counts[1], own.Authoritative, own.RecursionAvailable));
    }

    [Fact]
    public async Task Name_servers_can_disagree()
    {
        await using var lab = Open("migration");
        var first = await Ask(lab, "198.51.100.1", "tulip.example", DnsType.Mx);
        var second = await Ask(lab, "198.51.100.2", "tulip.example", DnsType.Mx);
        Assert.NotEqual(Assert.Single(first.Answers), Assert.Single(second.Answers));
    }

    [Theory]
    [InlineData("lame-delegation")]
    [InlineData("cyclic-delegation")]
    public async Task A_broken_delegation_is_a_bare_failure_at_the_resolver(string world)
    {
        await using var lab = Open(world);
        var answer = await Resolve(lab, "tulip.example", DnsType.Mx);
        Assert.Equal(2, answer.Rcode);
        Assert.Empty(answer.Options!);
    }

    [Fact]
    public async Task A_lame_server_refuses()
    {
        await using var lab = Open("lame-delegation");
        Assert.Equal(5, (await Ask(lab, "198.51.100.4", "tulip.example", DnsType.Mx)).Rcode);
    }

    [Fact]
    public async Task Bogus_is_a_failure_with_error_6_and_an_answer_where_checking_is_disabled()
    {
        await using var lab = Open("dnssec-bogus");
        var strict = await Resolve(lab, "tulip.example", DnsType.Mx);
        Assert.Equal((2, 15, 6), (strict.Rcode, strict.Options![1], strict.Options[5]));
        var lax = await Resolve(lab, "tulip.example", DnsType.Mx, CheckingDisabled);
        Assert.Equal((0, 1, false), (lax.Rcode, lax.Counts[1], lax.AuthenticData));
        Assert.Contains((await Ask(lab, "192.0.2.2", "tulip.example", DnsType.Ds)).Records, static r => r.Type == DnsType.Ds);
    }

    [Theory]
    [InlineData(0x0100, true, true)]
    [InlineData(0x0120, false, true)]
    [InlineData(0x0100, false, false)]
    public async Task Secure_data_is_marked_for_those_who_understand_the_mark(int flags, bool dnssecOk, bool marked)
    {
        await using var lab = RunningLab.Open(With(new NameServer("ns1.iris.example", "198.51.100.1",
            Zone.Of("iris.example", "@ NS ns1\nns1 A 198.51.100.1\n@ MX 10 mx") with { Signing = ZoneSigning.Secure })));
        Assert.Equal(marked, (await Resolve(lab, "iris.example", DnsType.Mx, flags, dnssecOk)).AuthenticData);
    }

    [Fact]
    public async Task Servers_that_are_silent_are_error_22_at_the_resolver_and_nothing_when_asked()
    {
        await using var lab = RunningLab.Open(With(
            new NameServer("ns1.iris.example", "198.51.100.1", Zone.Of("iris.example", "@ NS ns1")) { State = NameServerState.Silent }));
        var answer = await Resolve(lab, "iris.example", DnsType.Mx);
        Assert.Equal((2, 15, 22), (answer.Rcode, answer.Options![1], answer.Options[5]));
        using var client = new System.Net.Sockets.UdpClient();
        client.Connect(lab.Routes.To(new IPEndPoint(IPAddress.Parse("198.51.100.1"), 53))!);
        await client.SendAsync(RawDns.Query("iris.example", DnsType.Mx), Cancel);
        await Assert.ThrowsAsync<TimeoutException>(() => client.ReceiveAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromMilliseconds(40), Cancel));
    }

    [Fact]
    public async Task A_failing_server_fails_and_the_resolver_turns_to_the_next()
    {
        var zone = Zone.Of("iris.example", "@ NS ns1\n@ NS ns2\nns1 A 198.51.100.1\nns2 A 198.51.100.2\n@ MX 10 mx");
        await using var lab = RunningLab.Open(With(
            new NameServer("ns1.iris.example", "198.51.100.1", zone) { State = NameServerState.Fails },
            new NameServer("ns2.iris.example", "198.51.100.2", zone)));
        Assert.Equal(2, (await Ask(lab, "198.51.100.1", "iris.example", DnsType.Mx)).Rcode);
        Assert.Equal(0, (await Resolve(lab, "iris.example", DnsType.Mx)).Rcode);
    }

    [Fact]
    public async Task The_resolver_follows_aliases_from_zone_to_zone()
    {
        await using var lab = RunningLab.Open(With(
            new NameServer("ns1.iris.example", "198.51.100.1", Zone.Of("iris.example", "@ NS ns1\nmail CNAME mx.lily.test.")),
            new NameServer("ns1.lily.test", "198.51.100.2", Zone.Of("lily.test", "@ NS ns1\nmx A 198.51.100.25"))));
        Assert.Equal(["mail.iris.example", "mx.lily.test"], (await Resolve(lab, "mail.iris.example", DnsType.A)).Records.Take(2).Select(static r => r.Name));
    }

    [Fact]
    public async Task What_does_not_fit_into_a_datagram_is_marked_and_comes_over_TCP()
    {
        var records = string.Join('\n', Enumerable.Range(0, 12).Select(static i => $"@ TXT \"{new string((char)('a' + i), 200)}\""));
        await using var lab = RunningLab.Open(With(new NameServer("ns1.iris.example", "198.51.100.1", Zone.Of("iris.example", "@ NS ns1\n" + records))));
        var query = RawDns.Query("iris.example", DnsType.Txt);
        var overUdp = await RawDns.Udp(lab.Routes.To(lab.Resolver)!, query);
        Assert.Equal((true, 0), (overUdp.Truncated, overUdp.Counts[1]));
        var overTcp = await RawDns.Tcp(lab.Routes.To(lab.Resolver)!, query);
        Assert.Equal((false, 12), (overTcp.Truncated, overTcp.Counts[1]));
    }

    [Fact]
    public async Task A_clients_address_has_its_name()
    {
        await using var lab = Open("client-name-forged");
        var answer = await Resolve(lab, "9.113.0.203.in-addr.arpa", DnsType.Ptr);
        Assert.Contains("web1", Encoding.ASCII.GetString(Assert.Single(answer.Records, static r => r.Type == DnsType.Ptr).Data), StringComparison.Ordinal);
        Assert.Equal(3, (await Resolve(lab, "10.113.0.203.in-addr.arpa", DnsType.Ptr)).Rcode);
    }

    [Fact]
    public async Task A_block_list_passes_its_test_points_and_lists_the_client()
    {
        await using var lab = Open("listed-client");
        Assert.Equal(1, (await Resolve(lab, "2.0.0.127.bl.watch.example", DnsType.A)).Counts[1]);
        Assert.Equal(3, (await Resolve(lab, "1.0.0.127.bl.watch.example", DnsType.A)).Rcode);
        Assert.Equal(1, (await Resolve(lab, "25.2.0.192.bl.watch.example", DnsType.A)).Counts[1]);
    }
}
