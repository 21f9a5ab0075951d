using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class DelegationWalkerTests
{
    private static Task<Delegation> Walk(ZoneDns dns, string domain) => new DelegationWalker(dns, Worlds.Options(dns)).Walk(domain, CancellationToken.None);

    private static string Addresses(Delegation delegation) =>
        string.Join("; ", delegation.Servers.Select(s => $"{s} {string.Join(',', delegation.Addresses[s])}"));

    [Fact]
    public async Task Glue_is_taken_from_the_referral()
    {
        var delegation = await Walk(Worlds.All(), "mig.test");

        Assert.Equal(("mig.test", DnsOutcome.Referral, false), (delegation.Zone, delegation.Outcome, delegation.IsSigned));
        Assert.Equal("ns.mig.test 127.53.2.1; ns2.mig.test 127.53.2.2", Addresses(delegation));
        Assert.Equal(2, delegation.Steps.Count);
    }

    [Fact]
    public async Task A_server_in_another_zone_is_looked_up_from_the_root()
    {
        var delegation = await Walk(Worlds.All(), "hosted.test");

        Assert.Equal("ns.hosts.net 127.53.2.1", Addresses(delegation));
    }

    [Theory]
    [InlineData("sub.good.test")]
    [InlineData("mx.deep.ent.good.test")]
    [InlineData("ent.good.test")]
    public async Task A_name_within_a_zone_has_the_zones_delegation(string domain)
    {
        var delegation = await Walk(Worlds.All(), domain);

        Assert.Equal(("good.test", DnsOutcome.Referral), (delegation.Zone, delegation.Outcome));
    }

    [Fact]
    public async Task A_ds_record_at_the_parent_makes_the_zone_signed() => Assert.True((await Walk(Worlds.All(), "secure.test")).IsSigned);

    [Fact]
    public async Task What_the_parent_denies_does_not_exist()
    {
        var delegation = await Walk(Worlds.All(), "missing.test");

        Assert.Equal(("test", DnsOutcome.NxDomain), (delegation.Zone, delegation.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_level_like_co_uk_may_be_a_zone_of_its_own_or_share_its_parents_servers(bool shares)
    {
        var second = shares ? Worlds.Top : Worlds.B;
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"uk. NS ns.uk.\nns.uk. A {Worlds.Top}");
        dns.Serve(Worlds.Top, "uk", $"@ SOA 1\n@ NS ns\nns A {Worlds.Top}\nco NS ns.co\nns.co A {second}");
        dns.Serve(second, "co.uk", $"@ SOA 1\n@ NS ns\nns A {second}\nx NS ns.x\nx DS 1\nns.x A {Worlds.A}");
        dns.Serve(Worlds.A, "x.co.uk", "@ SOA 1\n@ MX 10 mx");

        var delegation = await Walk(dns, "x.co.uk");

        Assert.Equal(("x.co.uk", DnsOutcome.Referral, true), (delegation.Zone, delegation.Outcome, delegation.IsSigned));
        Assert.Equal(shares ? 2 : 3, delegation.Steps.Count);
    }

    [Theory]
    [InlineData("x.test")]
    [InlineData("www.x.test")]
    public async Task A_zone_that_stands_on_its_parents_servers_is_found_without_a_referral(string domain)
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"test. NS ns.test.\nns.test. A {Worlds.Top}");
        dns.Serve(Worlds.Top, "test", $"@ SOA 1\n@ NS ns\nns A {Worlds.Top}\nx NS ns\nx DS 1");
        dns.Serve(Worlds.Top, "x.test", "@ SOA 1\n@ NS ns.test.\n@ MX 10 mx\nwww A 192.0.2.8");

        var delegation = await Walk(dns, domain);

        Assert.Equal(("x.test", DnsOutcome.Referral, true), (delegation.Zone, delegation.Outcome, delegation.IsSigned));
        Assert.Equal("ns.test 127.53.1.1", Addresses(delegation));
    }

    [Fact]
    public async Task A_server_that_fails_is_passed_over()
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"test. NS a.test.\ntest. NS b.test.\ntest. NS c.test.\na.test. A {Worlds.Dead}\nb.test. A {Worlds.B}\nc.test. A {Worlds.Top}");
        dns.Fail(Worlds.B, "test");
        dns.Serve(Worlds.Top, "test", $"@ SOA 1\nx NS ns.x\nns.x A {Worlds.A}");

        Assert.Equal("x.test", (await Walk(dns, "x.test")).Zone);
    }

    [Fact]
    public async Task Glue_from_a_zone_that_has_no_say_in_it_is_not_believed()
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"test. NS ns.test.\nns.test. A {Worlds.Top}\nnet. NS ns.net.\nns.net. A {Worlds.B}");
        dns.Serve(Worlds.B, "net", $"@ SOA 1\nns.x A {Worlds.A}");
        dns.Rogue(Worlds.Top, static q => Worlds.Referral(q, "x.test", "ns.x.net", "192.0.2.66"));

        Assert.Equal("ns.x.net 127.53.2.1", Addresses(await Walk(dns, "x.test")));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("test")]
    [InlineData("other.test")]
    [InlineData("x.test.evil")]
    public async Task A_referral_upward_to_itself_or_aside_is_lame(string zone)
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"test. NS ns.test.\nns.test. A {Worlds.Top}");
        dns.Rogue(Worlds.Top, q => Worlds.Referral(q, zone, "ns.test", Worlds.Top));

        var delegation = await Walk(dns, "x.test");

        Assert.Equal(("test", DnsOutcome.Refused), (delegation.Zone, delegation.Outcome));
        Assert.InRange(dns.Asked.Count, 2, 4);
    }

    [Fact]
    public async Task A_server_that_delegates_without_end_is_left_within_the_bounds()
    {
        var dns = new ZoneDns();
        var domain = string.Join('.', Enumerable.Repeat("a", 100)) + ".test";
        dns.Serve(Worlds.Root, ".", $"test. NS ns.test.\nns.test. A {Worlds.Top}");
        dns.Rogue(Worlds.Top, q =>
        {
            var labels = q.Name.Split('.');
            var depth = Math.Min(labels.Length, dns.Asked.Count + 1);
            return Worlds.Referral(q, string.Join('.', labels[^depth..]), $"ns{dns.Asked.Count}.elsewhere.test", null);
        });

        var delegation = await Walk(dns, domain);

        Assert.InRange(dns.Asked.Count, 1, new SurveyOptions().MostQuestions);
        Assert.All(delegation.Addresses.Values, Assert.Empty);
    }

    [Fact]
    public async Task Many_servers_that_each_need_many_others_stay_within_the_bounds()
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"test. NS ns.test.\nns.test. A {Worlds.Top}");
        dns.Rogue(Worlds.Top, static q => new DnsResponse(q, DnsOutcome.Referral)
        {
            Rcode = 0,
            Authority = [.. Enumerable.Range(0, 40).Select(i => new DnsRecord(string.Join('.', q.Name.Split('.')[^2..]), DnsType.Ns, 60, new DnsData.Target($"ns.{q.Name.Length}-{i}.test")))],
        });

        var delegation = await Walk(dns, "x.test");

        Assert.Equal(13, delegation.Servers.Count);
        Assert.InRange(dns.Asked.Count, 1, new SurveyOptions().MostQuestions);
    }

    [Fact]
    public async Task Without_a_root_that_answers_nothing_is_claimed()
    {
        var dns = new ZoneDns();
        var delegation = await new DelegationWalker(dns, new SurveyOptions { Roots = [IPAddress.Parse("192.0.2.99")] }).Walk("x.test", CancellationToken.None);

        Assert.Equal((".", DnsOutcome.Timeout), (delegation.Zone, delegation.Outcome));
        Assert.Empty(delegation.Servers);
    }
}
