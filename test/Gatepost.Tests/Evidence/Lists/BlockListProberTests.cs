using System.Net;
using Gatepost.Evidence.Dns;
using Gatepost.Evidence.Lists;
using Gatepost.Tests.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Lists;

public class BlockListProberTests
{
    private const string Zen = "zen.spamhaus.org";
    private const string Works = "2.0.0.127.zen.spamhaus.org A 127.0.0.2\n2.0.0.127.bl.example A 127.0.0.2\n2.0.0.127.bl.spamcop.net A 127.0.0.2\n";

    [Theory]
    [InlineData(Zen, "", ListingState.NotListed, "zen.spamhaus.org does not list 192.0.2.1")]
    [InlineData(Zen, "A 127.0.0.4", ListingState.Listed, "zen.spamhaus.org lists 192.0.2.1: malware or a taken-over machine sends from the address (XBL)")]
    [InlineData("ZEN.spamhaus.org.", "A 127.0.0.11", ListingState.Listed, "zen.spamhaus.org lists 192.0.2.1: an end user's address range, says Spamhaus: not for direct sending (PBL)")]
    [InlineData(Zen, "A 127.0.0.77", ListingState.Listed, "zen.spamhaus.org lists 192.0.2.1: listed, with code 127.0.0.77 whose meaning is not known")]
    [InlineData("bl.example", "A 127.0.0.5", ListingState.Listed, "bl.example lists 192.0.2.1: listed")]
    [InlineData(Zen, "A 127.255.255.254", ListingState.Unknown,
        "zen.spamhaus.org says nothing about 192.0.2.1: it does not answer public or unnamed resolvers; ask through a resolver of your own (code 127.255.255.254)")]
    [InlineData("bl.example", "A 127.255.255.250", ListingState.Unknown, "bl.example says nothing about 192.0.2.1: it refuses to answer (code 127.255.255.250)")]
    [InlineData("bl.spamcop.net", "A 127.0.0.1", ListingState.Unknown, "bl.spamcop.net says nothing about 192.0.2.1: it refuses to answer (code 127.0.0.1)")]
    [InlineData("bl.spamcop.net", "A 203.0.113.7", ListingState.Unknown,
        "bl.spamcop.net says nothing about 192.0.2.1: it answers 203.0.113.7, which is no return code: the zone is broken or given up")]
    [InlineData(Zen, "SERVFAIL", ListingState.Unknown, "zen.spamhaus.org gives no answer about 192.0.2.1 (SERVFAIL)")]
    [InlineData("dbl.spamhaus.org", "", ListingState.Unknown, "dbl.spamhaus.org holds domains, not addresses")]
    [InlineData("dnsbl.sorbs.net", "A 127.0.0.2", ListingState.Unknown, "dnsbl.sorbs.net closed in 2024")]
    public async Task The_answer_is_told_with_its_meaning(string zone, string record, ListingState state, string says)
    {
        var name = $"1.2.0.192.{zone.TrimEnd('.').ToLowerInvariant()}";
        var listing = await Ask(Works + (record.Length > 0 ? $"{name} {record}\n" : ""), zone);
        Assert.Equal((state, says), (listing.State, listing.Says));
    }

    [Theory]
    [InlineData("127.0.0.10", null, true)]
    [InlineData("127.0.0.4", "127.0.0.10", false)]
    [InlineData("127.0.0.2", "127.0.0.9", false)]
    public async Task A_policy_is_no_reputation(string code, string? other, bool isPolicy)
    {
        var listing = await Ask($"{Works}1.2.0.192.{Zen} A {code}\n" + (other is null ? "" : $"1.2.0.192.{Zen} A {other}\n"), Zen);
        Assert.Equal(isPolicy, listing.IsPolicy);
        Assert.Equal(other is null ? [code] : [code, other], listing.Codes);
    }

    [Fact]
    public async Task A_refusal_beside_a_code_is_a_refusal() =>
        Assert.Equal(ListingState.Unknown, (await Ask($"{Works}1.2.0.192.{Zen} A 127.0.0.4\n1.2.0.192.{Zen} A 127.255.255.255\n", Zen)).State);

    [Fact]
    public async Task The_reason_is_asked_for_only_where_listed()
    {
        var dns = new TableDns($"{Works}1.2.0.192.{Zen} A 127.0.0.2\n1.2.0.192.{Zen} TXT see https://list.example/192.0.2.1\n");
        var prober = new BlockListProber(dns);
        Assert.Equal("see https://list.example/192.0.2.1", (await prober.Ask(Zen, IPAddress.Parse("192.0.2.1"), TestContext.Current.CancellationToken)).Reason);
        Assert.Null((await prober.Ask(Zen, IPAddress.Parse("192.0.2.9"), TestContext.Current.CancellationToken)).Reason);
        Assert.Single(dns.Asked, static q => q.Type == DnsType.Txt);
    }

    [Theory]
    [InlineData("", "it does not list its own test point")]
    [InlineData("2.0.0.127.bl.example A 127.0.0.2\n1.0.0.127.bl.example A 127.0.0.2\n", "it lists what no list may list")]
    [InlineData("2.0.0.127.bl.example A 203.0.113.7\n1.0.0.127.bl.example A 203.0.113.7\n", "it answers 203.0.113.7, which is no return code: the zone is broken or given up")]
    [InlineData("2.0.0.127.bl.example A 127.255.255.255\n", "it has had too many questions from this resolver (code 127.255.255.255)")]
    [InlineData("2.0.0.127.bl.example REFUSED\n", "its test point gives no answer (REFUSED)")]
    [InlineData("2.0.0.127.bl.example A 127.0.0.2\n1.0.0.127.bl.example TIMEOUT\n", "its second test point gives no answer (no answer in time)")]
    public async Task A_list_that_fails_its_test_lists_nobody(string zone, string fault)
    {
        var listing = await Ask(zone + "1.2.0.192.bl.example A 127.0.0.2\n", "bl.example");
        Assert.Equal((ListingState.Unknown, $"bl.example cannot be relied on: {fault}"), (listing.State, listing.Says));
        Assert.Equal(2, listing.Wire.Count);
    }

    [Fact]
    public async Task The_test_is_made_once_a_list()
    {
        var dns = new TableDns(Works);
        var prober = new BlockListProber(dns);
        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => prober.Ask(Zen, IPAddress.Parse($"192.0.2.{i}"), TestContext.Current.CancellationToken)));
        Assert.Equal(22, dns.Asked.Count);
    }

    [Fact]
    public async Task A_list_without_ipv6_test_point_says_nothing_about_ipv6()
    {
        const string point = "0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0";
        const string client = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2";
        Assert.Equal("bl.example cannot be relied on: it does not list its IPv6 test point, so it may hold no IPv6 addresses", (await Ask(Works, "bl.example", "2001:db8::1")).Says);
        Assert.Equal(ListingState.Listed, (await Ask($"2.{point}.{Zen} A 127.0.0.2\n{client}.{Zen} A 127.0.0.3\n", Zen, "2001:db8::1")).State);
    }

    [Theory]
    [InlineData("dbl.spamhaus.org", "dbltest.com.dbl.spamhaus.org A 127.0.1.2\nspam.example.dbl.spamhaus.org A 127.0.1.4\n", ListingState.Listed, "the domain is used for phishing")]
    [InlineData("dbl.spamhaus.org", "dbltest.com.dbl.spamhaus.org A 127.0.1.2\n", ListingState.NotListed, "does not list spam.example")]
    [InlineData("multi.surbl.org", "surbl-org-permanent-test-point.com.multi.surbl.org A 127.0.0.254\nspam.example.multi.surbl.org A 127.0.0.80\n", ListingState.Listed,
        "the domain spreads malware; the domain is advertised in spam")]
    [InlineData("multi.uribl.com", "test.uribl.com.multi.uribl.com A 127.0.0.1\n", ListingState.Unknown, "it refuses to answer (code 127.0.0.1)")]
    [InlineData("rhsbl.example", "test.rhsbl.example A 127.0.0.2\nspam.example.rhsbl.example A 127.0.0.2\n", ListingState.Listed, "listed")]
    [InlineData("zen.spamhaus.org", "", ListingState.Unknown, "holds addresses, not domains")]
    public async Task Domains_are_asked_of_lists_of_domains(string zone, string records, ListingState state, string says)
    {
        var listing = await new BlockListProber(new TableDns(records)).Ask(zone, "Spam.example.", TestContext.Current.CancellationToken);
        Assert.Equal(state, listing.State);
        Assert.EndsWith(says, listing.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_question_leaves_the_list_unknown_and_its_test_untouched()
    {
        var prober = new BlockListProber(new TableDns($"{Works}1.2.0.192.{Zen} A 127.0.0.2\n"));
        Assert.Equal(ListingState.Unknown, (await prober.Ask(Zen, IPAddress.Parse("192.0.2.1"), new CancellationToken(true))).State);
        Assert.Equal(ListingState.Listed, (await prober.Ask(Zen, IPAddress.Parse("192.0.2.1"), TestContext.Current.CancellationToken)).State);
    }

    private static Task<Listing> Ask(string records, string zone, string address = "192.0.2.1") =>
        new BlockListProber(new TableDns(records)).Ask(zone, IPAddress.Parse(address), TestContext.Current.CancellationToken);
}
