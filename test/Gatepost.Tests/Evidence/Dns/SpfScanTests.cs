using System.Globalization;
using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class SpfScanTests
{
    private const string Zone = "mail A 192.0.2.25\nmail AAAA 2001:db8::25\n@ MX 10 mail\ninner TXT v=spf1 ip4:203.0.113.0/24 -all\nopen TXT v=spf1 exists:%{i}.x -all\n";

    [Theory]
    [InlineData("ip4:192.0.2.0/24 -all", "192.0.2.9", true)]
    [InlineData("ip4:192.0.2.77/24 -all", "192.0.2.9", true)]
    [InlineData("ip4:192.0.2.0/24 -all", "198.51.100.9", false)]
    [InlineData("ip4:192.0.2.0/24", "::ffff:192.0.2.9", true)]
    [InlineData("-ip4:192.0.2.9 ip4:192.0.2.0/24 -all", "192.0.2.9", false)]
    [InlineData("ip6:2001:db8::/32 -all", "2001:db8:1::5", true)]
    [InlineData("a:mail.x.test -all", "192.0.2.25", true)]
    [InlineData("a:mail.x.test/24 -all", "192.0.2.99", true)]
    [InlineData("a:mail.x.test//64 -all", "2001:db8::99", true)]
    [InlineData("mx -all", "2001:db8::25", true)]
    [InlineData("mx -all", "192.0.2.26", false)]
    [InlineData("include:inner.x.test -all", "203.0.113.5", true)]
    [InlineData("include:inner.x.test -all", "192.0.2.5", false)]
    [InlineData("include:inner.x.test ip4:192.0.2.5 -all", "192.0.2.5", true)]
    [InlineData("redirect=inner.x.test", "203.0.113.5", true)]
    [InlineData("redirect=inner.x.test", "192.0.2.5", false)]
    [InlineData("+all", "192.0.2.5", true)]
    [InlineData("~all", "192.0.2.5", false)]
    [InlineData("", "192.0.2.5", false)]
    [InlineData("include:missing.x.test ip4:192.0.2.5 -all", "192.0.2.5", null)]
    [InlineData("include:open.x.test -all", "192.0.2.5", null)]
    [InlineData("exists:%{i}.x.test -all", "192.0.2.5", null)]
    [InlineData("ptr -all", "192.0.2.5", null)]
    [InlineData("ip4:192.0.2.5 ptr -all", "192.0.2.5", true)]
    [InlineData("include:x.test -all", "192.0.2.5", null)]
    [InlineData("redirect=x.test", "192.0.2.5", null)]
    [InlineData("fault -all", "192.0.2.5", null)]
    public async Task Whether_a_record_covers_an_address_is_told_or_left_open(string terms, string address, bool? expected)
    {
        var dns = Worlds.With("x", $"{Zone}@ TXT v=spf1 {terms}");

        Assert.Equal(expected, await new SpfScan(dns, "x.test").Covers(IPAddress.Parse(address), CancellationToken.None));
    }

    [Fact]
    public async Task Beyond_ten_look_ups_it_cannot_be_told()
    {
        var chain = string.Concat(Enumerable.Range(0, 12).Select(static i => string.Create(CultureInfo.InvariantCulture, $"s{i} TXT v=spf1 include:s{i + 1}.x.test -all\n")));
        var dns = Worlds.With("x", chain + "s12 TXT v=spf1 +all");
        var address = IPAddress.Parse("192.0.2.5");

        Assert.Null(await new SpfScan(dns, "s0.x.test").Covers(address, CancellationToken.None));
        Assert.True(await new SpfScan(dns, "s2.x.test").Covers(address, CancellationToken.None));
        Assert.Null(await new SpfScan(dns, "s1.x.test").Covers(address, CancellationToken.None));
    }

    [Fact]
    public void Includes_beside_each_other_are_asked_for_at_once()
    {
        var dns = new RoundDns(Worlds.With("x", "@ TXT v=spf1 include:a.x.test include:b.x.test include:c.x.test -all\na TXT v=spf1 -all\nb TXT v=spf1 -all\nc TXT v=spf1 -all"));

        Assert.Equal(2, dns.Until(dns.Begin(() => new SpfScan(dns, "x.test").Covers(IPAddress.Loopback, CancellationToken.None))));
    }

    [Fact]
    public async Task A_domain_without_a_record_leaves_it_open() =>
        Assert.Null(await new SpfScan(Worlds.All(), "good.test").Covers(IPAddress.Loopback, CancellationToken.None));
}
