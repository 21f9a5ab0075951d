using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class DomainSurveyorTests
{
    [Theory]
    [InlineData("good.test", MailRoute.Records, "")]
    [InlineData("sub.good.test", MailRoute.Records, "")]
    [InlineData("hosted.test", MailRoute.Records, "")]
    [InlineData("nullmx.test", MailRoute.Null, "NullMx")]
    [InlineData("cname-mx.test", MailRoute.Records, "MxIsAlias")]
    [InlineData("noaddr.test", MailRoute.Unusable, "MxHostNxDomain MxHostWithoutAddress")]
    [InlineData("ipmx.test", MailRoute.Unusable, "MxIsLiteral")]
    [InlineData("privmx.test", MailRoute.Unusable, "MxHostPrivate")]
    [InlineData("loopmx.test", MailRoute.Unusable, "MxHostLoopback")]
    [InlineData("none.test", MailRoute.None, "NoMailTarget")]
    [InlineData("implicit.test", MailRoute.Implicit, "ImplicitMx")]
    [InlineData("secure.test", MailRoute.Records, "")]
    [InlineData("bogus.test", MailRoute.Broken, "DnssecBogus")]
    [InlineData("mig.test", MailRoute.Records, "InconsistentMx ChangeUnderWay InconsistentSerial")]
    [InlineData("servfail.test", MailRoute.Broken, "NoWorkingServer FailingServer")]
    [InlineData("lame.test", MailRoute.Broken, "NoWorkingServer LameServer")]
    [InlineData("dead.test", MailRoute.Broken, "NoWorkingServer SilentServer")]
    [InlineData("halfdead.test", MailRoute.Records, "SilentServer")]
    [InlineData("noglue.test", MailRoute.Broken, "NoWorkingServer ServerWithoutAddress")]
    [InlineData("loop.test", MailRoute.Broken, "NoWorkingServer ServerWithoutAddress")]
    [InlineData("loop2.test", MailRoute.Broken, "NoWorkingServer ServerWithoutAddress")]
    [InlineData("missing.test", MailRoute.NxDomain, "NxDomain")]
    [InlineData("missing.good.test", MailRoute.NxDomain, "NxDomain")]
    [InlineData("deep.ent.good.test", MailRoute.None, "NoMailTarget")]
    public async Task Each_world_has_its_route_and_findings(string domain, MailRoute route, string findings)
    {
        var survey = await Worlds.Survey(Worlds.All(), domain);

        Assert.Equal(findings, Worlds.Kinds(survey));
        Assert.Equal(route, survey.Route);
    }

    [Fact]
    public async Task Hosts_stand_in_the_order_of_their_preference_with_all_addresses()
    {
        var survey = await Worlds.Survey(Worlds.All(), "good.test");

        Assert.Equal("10 mx1.good.test 2001:db8::11,192.0.2.11; 20 mx2.good.test 192.0.2.12",
            string.Join("; ", survey.Hosts.Select(static h => $"{h.Preference} {h.Name} {string.Join(',', h.Addresses)}")));
        Assert.All(survey.Hosts, static h => Assert.Equal(MailHostState.Usable, h.State));
    }

    [Theory]
    [InlineData("good.test", DnssecState.Insecure)]
    [InlineData("secure.test", DnssecState.Secure)]
    [InlineData("bogus.test", DnssecState.Bogus)]
    [InlineData("lame.test", DnssecState.Unknown)]
    public async Task Signatures_are_told_by_two_answers_to_one_question(string domain, DnssecState expected) =>
        Assert.Equal(expected, (await Worlds.Survey(Worlds.All(), domain)).Dnssec);

    [Fact]
    public async Task A_bogus_domain_quotes_the_resolver_and_still_knows_its_hosts()
    {
        var survey = await Worlds.Survey(Worlds.All(), "bogus.test");

        Assert.Contains("extended error 6: signature crypto failed", survey.Findings[0].Says, StringComparison.Ordinal);
        Assert.Equal("mx.bogus.test", Assert.Single(survey.Hosts).Name);
    }

    [Fact]
    public async Task A_resolver_that_fails_in_an_unsigned_zone_does_not_make_it_bogus()
    {
        var dns = Worlds.All();
        dns.Flaky.Add("good.test");

        var survey = await Worlds.Survey(dns, "good.test");

        Assert.Equal((DnssecState.Unknown, MailRoute.Records), (survey.Dnssec, survey.Route));
        Assert.Equal(2, survey.Hosts.Count);
        Assert.Empty(survey.Findings);
    }

    [Fact]
    public async Task Where_the_resolver_is_silent_the_authoritative_servers_count()
    {
        var dns = Worlds.All();
        dns.IsResolverSilent = true;

        var survey = await Worlds.Survey(dns, "good.test");

        Assert.Equal("ResolverSilent", Worlds.Kinds(survey));
        Assert.Equal(MailRoute.Records, survey.Route);
        Assert.Equal(2, survey.Hosts.Count(static h => h.State == MailHostState.Usable));
    }

    [Fact]
    public async Task A_dead_domain_does_not_make_the_resolver_silent()
    {
        var survey = await Worlds.Survey(Worlds.All(), "dead.test");

        Assert.Equal(DnsOutcome.Timeout, survey.Mx!.Outcome);
        Assert.False(survey.Has(DnsFindingKind.ResolverSilent));
    }

    [Fact]
    public async Task Both_states_of_a_change_are_named_with_their_servers()
    {
        var survey = await Worlds.Survey(Worlds.All(), "mig.test");

        var says = survey.Findings.Single(static f => f.Kind == DnsFindingKind.InconsistentMx).Says;
        Assert.Contains("ns.mig.test (127.53.2.1): 10 old-mx.mig.test.", says, StringComparison.Ordinal);
        Assert.Contains("ns2.mig.test (127.53.2.2): 10 new-mx.mig.test.", says, StringComparison.Ordinal);
        Assert.Equal([1u, 7u], survey.Servers.Select(static s => s.Serial ?? 0).Order());
    }

    [Theory]
    [InlineData("2026031401", 300, true)]
    [InlineData("2026031302", 60, true)]
    [InlineData("2026031001", 60, false)]
    [InlineData("2026031401", 3600, false)]
    [InlineData("17", 60, false)]
    public async Task A_serial_of_today_beside_a_short_ttl_shows_a_change(string serial, int ttl, bool expected)
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"x. NS ns.x.\nns.x. A {Worlds.A}");
        dns.Serve(Worlds.A, "x", $"@ SOA {serial}\n@ NS ns\nns A {Worlds.A}\n@ {ttl} MX 10 mx\nmx A 192.0.2.9");

        Assert.Equal(expected, (await Worlds.Survey(dns, "x")).Has(DnsFindingKind.ChangeUnderWay));
    }

    [Fact]
    public async Task Parent_and_zone_that_name_different_servers_are_told_apart()
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"x. NS ns.x.\nns.x. A {Worlds.A}");
        dns.Serve(Worlds.A, "x", $"@ SOA 1\n@ NS ns\n@ NS ns-b\nns A {Worlds.A}\n@ MX 10 mx\nmx A 192.0.2.9");

        var survey = await Worlds.Survey(dns, "x");

        Assert.Equal("ParentChildMismatch", Worlds.Kinds(survey));
        Assert.Contains("delegates x to ns.x, the zone itself names ns-b.x, ns.x", survey.Findings[0].Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_survey_that_is_cancelled_blames_nobody()
    {
        var dns = Worlds.All();
        var survey = await new DomainSurveyor(dns, Worlds.Options(dns)).Survey("good.test", new CancellationToken(true));

        Assert.Equal(MailRoute.Unknown, survey.Route);
        Assert.Empty(survey.Findings);
    }

    [Fact]
    public async Task Hosts_that_were_not_looked_up_in_time_are_not_blamed()
    {
        using var stop = new CancellationTokenSource();
        var dns = Worlds.All();
        var rounds = new RoundDns(dns);
        var run = rounds.Begin(() => new DomainSurveyor(rounds, Worlds.Options(dns)).Start("good.test", stop.Token));
        await stop.CancelAsync();
        rounds.Until(run.Survey);

        var survey = await run.Survey;
        Assert.Equal(MailRoute.Unknown, survey.Route);
        Assert.Empty(survey.Findings);
    }

    [Theory]
    [InlineData("2026031401", true)]
    [InlineData("2025010101", false)]
    [InlineData("8", false)]
    public async Task Serials_that_differ_show_a_change_only_where_the_newest_is_of_today(string newest, bool expected)
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"x. NS a.x.\nx. NS b.x.\na.x. A {Worlds.A}\nb.x. A {Worlds.B}");
        dns.Serve(Worlds.A, "x", "@ SOA 7\n@ NS a\n@ NS b\n@ MX 0 .");
        dns.Serve(Worlds.B, "x", $"@ SOA {newest}\n@ NS a\n@ NS b\n@ MX 0 .");

        var survey = await Worlds.Survey(dns, "x");

        Assert.True(survey.Has(DnsFindingKind.InconsistentSerial));
        Assert.Equal(expected, survey.Has(DnsFindingKind.ChangeUnderWay));
    }

    [Fact]
    public async Task Without_a_walk_only_the_resolver_is_asked()
    {
        var dns = Worlds.All();
        var survey = await new DomainSurveyor(dns, new SurveyOptions { WalkDelegation = false, Roots = dns.Roots }).Survey("good.test", CancellationToken.None);

        Assert.All(dns.Asked, static q => Assert.Null(q.Server));
        Assert.Null(survey.Delegation);
        Assert.Equal(MailRoute.Records, survey.Route);
        Assert.Equal(DnssecState.Insecure, survey.Dnssec);
    }

    [Fact]
    public async Task No_question_is_put_twice()
    {
        var dns = Worlds.All();
        var survey = await Worlds.Survey(dns, "hosted.test");

        Assert.Equal(dns.Asked.Count, dns.Asked.Distinct().Count());
        Assert.Equal(dns.Asked.Count, survey.Wire.Count);
    }

    [Fact]
    public async Task Servers_in_an_address_family_that_nothing_answers_in_are_not_blamed()
    {
        var dns = new ZoneDns();
        dns.Serve(Worlds.Root, ".", $"x. NS ns.x.\nns.x. A {Worlds.A}\nns.x. AAAA 2001:db8::53");
        dns.Serve(Worlds.A, "x", $"@ SOA 1\n@ NS ns\nns A {Worlds.A}\nns AAAA 2001:db8::53\n@ MX 10 mx\nmx A 192.0.2.9");

        Assert.Empty((await Worlds.Survey(dns, "x")).Findings);
    }
}
