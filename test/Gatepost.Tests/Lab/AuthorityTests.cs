using Gatepost.Evidence.Dns;
using Gatepost.Lab.Dns;

namespace Gatepost.Tests.Lab;

public class AuthorityTests
{
    private static readonly NameServer Server = new("ns1.tulip.example", "198.51.100.1",
        Zone.Of("example", """
            @                  NS  ns.nic.test.
            tulip              NS  ns1.tulip
            tulip              DS  12345 13 2 00FF
            ns1.tulip          A   198.51.100.1
            rose               NS  ns1.rose
            rose               NS  ns.elsewhere.test.
            ns1.rose           A   198.51.100.3
            """),
        Zone.Of("tulip.example", """
            @           NS     ns1
            ns1         A      198.51.100.1
            @           MX     10 mx
            mx          A      198.51.100.25
            www         CNAME  web
            web         CNAME  www.rose.example.
            *.wild      A      198.51.100.80
            a.b.c       TXT    "deep"
            """));

    private static LabAnswer Ask(string name, DnsType type) => Authority.Answer(Server, name, type)!;

    [Fact]
    public void An_answer_is_authoritative_and_brings_the_addresses_of_the_hosts_it_names()
    {
        var answer = Ask("tulip.example", DnsType.Mx);
        Assert.True(answer.Authoritative);
        Assert.Equal(["tulip.example. 3600 MX 10 mx.tulip.example."], answer.Answers.Select(static r => r.ToString()));
        Assert.Equal(["mx.tulip.example. 3600 A 198.51.100.25"], answer.Additional.Select(static r => r.ToString()));
    }

    [Fact]
    public void A_name_below_a_cut_is_referred_with_glue()
    {
        var answer = Ask("mx.rose.example", DnsType.A);
        Assert.Equal("rose.example", answer.ReferralTo);
        Assert.False(answer.Authoritative);
        Assert.Equal(["ns1.rose.example", "ns.elsewhere.test"], answer.Authority.Select(static r => ((DnsData.Target)r.Data).Name));
        Assert.Equal(["ns1.rose.example. 3600 A 198.51.100.3"], answer.Additional.Select(static r => r.ToString()));
    }

    [Theory]
    [InlineData("tulip.example", DnsType.Aaaa, LabAnswer.NoError)]
    [InlineData("b.c.tulip.example", DnsType.A, LabAnswer.NoError)]
    [InlineData("nothing.tulip.example", DnsType.A, LabAnswer.NxDomain)]
    [InlineData("violet.example", DnsType.Mx, LabAnswer.NxDomain)]
    public void A_denial_has_the_start_of_authority(string name, DnsType type, int rcode)
    {
        var answer = Ask(name, type);
        Assert.Equal((rcode, true, 0), (answer.Rcode, answer.Authoritative, answer.Answers.Count));
        Assert.Equal(DnsType.Soa, Assert.Single(answer.Authority).Type);
    }

    [Fact]
    public void Aliases_are_followed_as_far_as_the_zone_goes() =>
        Assert.Equal(["www.tulip.example. 3600 CNAME web.tulip.example.", "web.tulip.example. 3600 CNAME www.rose.example."],
            Ask("www.tulip.example", DnsType.A).Answers.Select(static r => r.ToString()));

    [Fact]
    public void A_wildcard_answers_under_the_name_asked_for() =>
        Assert.Equal("any.wild.tulip.example. 3600 A 198.51.100.80", Assert.Single(Ask("any.wild.tulip.example", DnsType.A).Answers).ToString());

    [Fact]
    public void A_DS_record_is_the_parents() =>
        Assert.Equal(DnsType.Ds, Assert.Single(Ask("tulip.example", DnsType.Ds).Answers).Type);

    [Fact]
    public void Other_zones_are_refused() => Assert.Equal(LabAnswer.Refused, Ask("rose.test", DnsType.Mx).Rcode);

    [Fact]
    public void A_failing_server_says_so_and_a_silent_one_nothing()
    {
        Assert.Equal(LabAnswer.ServFail, Authority.Answer(Server with { State = NameServerState.Fails }, "tulip.example", DnsType.Mx)!.Rcode);
        Assert.Null(Authority.Answer(Server with { State = NameServerState.Silent }, "tulip.example", DnsType.Mx));
    }
}
