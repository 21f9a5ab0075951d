using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class ClientNameProberTests
{
    private const string Zone = """
        1.2.0.192.in-addr.arpa PTR mail.example.net
        mail.example.net A 192.0.2.1
        mail.example.net AAAA 2001:db8::1
        1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa PTR mail.example.net
        2.2.0.192.in-addr.arpa PTR a.example.net
        a.example.net A 198.51.100.4
        3.2.0.192.in-addr.arpa PTR gone.example
        3.2.0.192.in-addr.arpa PTR six.example.net
        six.example.net AAAA 2001:db8::6
        4.2.0.192.in-addr.arpa SERVFAIL
        5.2.0.192.in-addr.arpa PTR lost.example
        lost.example TIMEOUT
        6.2.0.192.in-addr.arpa PTR a.example.net
        6.2.0.192.in-addr.arpa PTR lost.example
        6.2.0.192.in-addr.arpa PTR six.example.org
        six.example.org A 192.0.2.6
        7.2.0.192.in-addr.arpa CNAME 7.0-127.2.0.192.in-addr.arpa
        7.0-127.2.0.192.in-addr.arpa PTR seven.example
        seven.example CNAME real.example
        real.example A 192.0.2.7
        8.2.0.192.in-addr.arpa NOTASKED
        9.2.0.192.in-addr.arpa PTR pool.example
        pool.example A 198.51.100.1
        pool.example A 198.51.100.2
        pool.example A 198.51.100.3
        pool.example A 198.51.100.4
        """;

    private readonly TableDns _dns = new(Zone);

    [Theory]
    [InlineData("192.0.2.1", ClientNameState.Verified, "192.0.2.1 is named mail.example.net, which leads back to it")]
    [InlineData("::ffff:192.0.2.1", ClientNameState.Verified, "192.0.2.1 is named mail.example.net, which leads back to it")]
    [InlineData("2001:db8::1", ClientNameState.Verified, "2001:db8::1 is named mail.example.net, which leads back to it")]
    [InlineData("192.0.2.6", ClientNameState.Verified, "192.0.2.6 is named six.example.org, which leads back to it")]
    [InlineData("192.0.2.7", ClientNameState.Verified, "192.0.2.7 is named seven.example, which leads back to it")]
    [InlineData("192.0.2.99", ClientNameState.Missing, "192.0.2.99 has no name (no PTR record)")]
    [InlineData("192.0.2.2", ClientNameState.Unmatched, "192.0.2.2 is named a.example.net, which leads to 198.51.100.4")]
    [InlineData("192.0.2.3", ClientNameState.Unmatched, "192.0.2.3 is named gone.example, which does not exist; and six.example.net, which has no IPv4 address")]
    [InlineData("192.0.2.9", ClientNameState.Unmatched, "192.0.2.9 is named pool.example, which leads to 198.51.100.1, 198.51.100.2, 198.51.100.3 and 1 more")]
    [InlineData("192.0.2.4", ClientNameState.Failed, "the name of 192.0.2.4 cannot be looked up now (SERVFAIL)")]
    [InlineData("192.0.2.5", ClientNameState.Failed, "192.0.2.5 is named lost.example, whose address cannot be looked up now (no answer in time)")]
    [InlineData("192.0.2.8", ClientNameState.Unknown, "nobody asked for the name of 192.0.2.8")]
    public async Task A_name_is_verified_where_it_leads_back(string address, ClientNameState state, string says)
    {
        var survey = await Survey(address);
        Assert.Equal((state, says), (survey.State, survey.Says));
        Assert.Equal(state == ClientNameState.Verified, survey.Verified is not null);
        Assert.Equal(1 + survey.Names.Count, survey.Wire.Count);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("mail.example.net", true)]
    [InlineData("MAIL.example.net.", true)]
    [InlineData("a.example.net", false)]
    [InlineData("gone.example", false)]
    [InlineData("six.example.net", false)]
    [InlineData("lost.example", null)]
    [InlineData("not a name", null)]
    [InlineData("[192.0.2.1]", true)]
    [InlineData("[192.0.2.2]", false)]
    [InlineData("[IPv6:2001:db8::1]", false)]
    public async Task The_helo_name_is_looked_up_too(string? helo, bool? leadsBack) => Assert.Equal(leadsBack, (await Survey("192.0.2.1", helo)).HeloLeadsBack);

    [Fact]
    public async Task No_more_than_ten_names_are_looked_at()
    {
        var dns = new TableDns(string.Join('\n', Enumerable.Range(0, 50).Select(static i => $"1.2.0.192.in-addr.arpa PTR n{i}.example")));
        var survey = await new ClientNameProber(dns).Survey(IPAddress.Parse("192.0.2.1"), null, TestContext.Current.CancellationToken);
        Assert.Equal((10, 11), (survey.Names.Count, dns.Asked.Count));
    }

    [Fact]
    public async Task A_cancelled_survey_has_failed() =>
        Assert.Equal(ClientNameState.Failed, (await new ClientNameProber(_dns).Survey(IPAddress.Parse("192.0.2.1"), null, new CancellationToken(true))).State);

    private Task<ClientNameSurvey> Survey(string address, string? helo = null) =>
        new ClientNameProber(_dns).Survey(IPAddress.Parse(address), helo, TestContext.Current.CancellationToken);
}
