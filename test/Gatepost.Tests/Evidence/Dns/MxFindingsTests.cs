using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class MxFindingsTests
{
    [Theory]
    [InlineData("@ MX 0 .\n@ MX 10 mx", MailRoute.Records, "NullMxWithOtherMx")]
    [InlineData("@ MX 10 .", MailRoute.Null, "NullMx NullMxNonZeroPreference")]
    [InlineData("@ MX 10 mx\n@ MX 20 mx", MailRoute.Records, "DuplicateMx")]
    [InlineData("@ MX 10 mx\n@ MX 20 twin\ntwin A 192.0.2.5", MailRoute.Records, "DuplicateMx")]
    [InlineData("@ MX 10 mx\n@ MX 10 other\nother A 192.0.2.6", MailRoute.Records, "EqualPreference")]
    [InlineData("@ MX 10 mx\n@ MX 32767 ms12345678.msv1.invalid.", MailRoute.Records, "VerificationMx")]
    [InlineData("@ MX 10 \\091192\\0460\\0462\\0461\\093.", MailRoute.Unusable, "MxHostNxDomain")]
    [InlineData("@ MX 10 \\091192.0.2.1\\093.", MailRoute.Unusable, "MxIsLiteral")]
    [InlineData("@ MX 10 2001\\058db8\\058\\0581.", MailRoute.Unusable, "MxIsLiteral")]
    [InlineData("@ MX 10 alias\nalias CNAME missing", MailRoute.Unusable, "MxHostNxDomain MxIsAlias")]
    [InlineData("@ MX 10 alias\nalias CNAME inside\ninside A 192.168.1.2", MailRoute.Unusable, "MxHostPrivate MxIsAlias")]
    [InlineData("@ MX 10 both\nboth A 10.0.0.1\nboth A 192.0.2.7", MailRoute.Records, "")]
    [InlineData("@ MX 10 ula\nula AAAA fd00::1", MailRoute.Unusable, "MxHostPrivate")]
    [InlineData("@ A 10.0.0.9", MailRoute.Unusable, "MxHostPrivate ImplicitMx")]
    public async Task Each_set_of_records_has_its_findings(string records, MailRoute route, string findings)
    {
        var survey = await Worlds.Survey(Worlds.With("x", "mx A 192.0.2.5\n" + records), "x.test");

        Assert.Equal(findings, Worlds.Kinds(survey));
        Assert.Equal(route, survey.Route);
    }

    [Fact]
    public async Task A_host_whose_address_cannot_be_looked_up_leaves_the_route_broken()
    {
        var dns = Worlds.With("x", "@ MX 10 mx.y.test.");
        dns.Fail(Worlds.Top, "y.test");

        var survey = await Worlds.Survey(dns, "x.test");

        Assert.Equal("MxHostUnresolvable", Worlds.Kinds(survey));
        Assert.Equal("the address of mx.y.test cannot be looked up: SERVFAIL", survey.Findings[0].Says);
        Assert.Equal(MailRoute.Broken, survey.Route);
    }

    [Fact]
    public async Task The_same_host_twice_is_one_host_with_its_better_preference()
    {
        var survey = await Worlds.Survey(Worlds.With("x", "mx A 192.0.2.5\n@ MX 20 mx\n@ MX 10 mx"), "x.test");

        Assert.Equal(10, Assert.Single(survey.Hosts).Preference);
    }

    [Fact]
    public async Task An_alias_keeps_its_name_and_tells_the_canonical_one()
    {
        var host = Assert.Single((await Worlds.Survey(Worlds.All(), "cname-mx.test")).Hosts);

        Assert.Equal(("mx.cname-mx.test", "real.cname-mx.test", MailHostState.Alias), (host.Name, host.Canonical, host.State));
        Assert.Equal("192.0.2.21", Assert.Single(host.Addresses).ToString());
    }

    [Fact]
    public void Every_kind_of_finding_has_its_weight()
    {
        var kinds = Enum.GetValues<DnsFindingKind>();
        var sorted = FindingOrder.Sort(kinds.Select(static k => new DnsFinding(k, "", "", "")));

        Assert.Equal(kinds.Length, sorted.Count);
        Assert.NotEqual(DnsFindingKind.EqualPreference, sorted[0].Kind);
        Assert.Equal(DnsFindingKind.EqualPreference, sorted[^1].Kind);
        Assert.Equal(DnsFindingKind.Suspended, sorted[0].Kind);
    }
}
