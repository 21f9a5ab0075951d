using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class RoundTripTests
{
    [Theory]
    [InlineData("good.test", 2)]
    [InlineData("nullmx.test", 1)]
    [InlineData("implicit.test", 1)]
    public void The_route_takes_only_the_rounds_that_dependence_forces(string domain, int rounds)
    {
        var dns = new RoundDns(Worlds.All());

        Assert.Equal(rounds, dns.Until(dns.Begin(() => new MailRouteFinder(dns, new SurveyOptions()).Find(domain, CancellationToken.None))));
    }

    [Theory]
    [InlineData("good.test", 3)] // root, test, the zone's own servers
    [InlineData("sub.good.test", 4)] // … and the answer that the zone holds the name
    [InlineData("hosted.test", 6)] // root, test; for the server's name root, net and its zone; the zone's own servers
    public void The_survey_takes_only_the_rounds_of_the_way_down(string domain, int rounds)
    {
        var world = Worlds.All();
        var dns = new RoundDns(world);
        var run = dns.Begin(() => new DomainSurveyor(dns, Worlds.Options(world)).Start(domain, CancellationToken.None));

        Assert.Equal(2, dns.Until(run.Routing));
        Assert.Equal(rounds, dns.Until(run.Survey));
    }
}
