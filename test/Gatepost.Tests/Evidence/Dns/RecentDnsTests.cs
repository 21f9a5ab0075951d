using System.Net;
using Gatepost.Evidence.Bulk;
using Gatepost.Evidence.Dns;
using Gatepost.Tests.Evidence.Bulk;

namespace Gatepost.Tests.Evidence.Dns;

public sealed class RecentDnsTests
{
    private sealed class Counting(Func<DnsQuery, DnsResponse> answer) : IDns
    {
        public int Asked { get; private set; }

        public ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
        {
            Asked++;
            return new(answer(query));
        }
    }

    private static readonly DnsQuery Query = new("example.net", DnsType.Mx);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DnsResponse Mx(DnsQuery query, uint ttl, params (int, string)[] records) =>
        new(query, DnsOutcome.Answer) { Answers = [.. records.Select(r => new DnsRecord(query.Name, DnsType.Mx, ttl, new DnsData.Mx(r.Item1, r.Item2)))] };

    [Fact]
    public async Task An_answer_is_remembered_for_its_time_to_live()
    {
        var time = new ManualTime();
        var inner = new Counting(static q => Mx(q, 30, (10, "mx.example.net")));
        var dns = new RecentDns(inner, 16, time);
        for (var i = 0; i < 3; i++) await dns.Ask(Query, Cancel);
        Assert.Equal(1, inner.Asked);
        time.Advance(TimeSpan.FromSeconds(30));
        await dns.Ask(Query, Cancel);
        Assert.Equal(2, inner.Asked);
    }

    [Fact]
    public async Task What_failed_and_what_a_server_itself_said_is_asked_anew()
    {
        var inner = new Counting(static q => q.Server is null ? new DnsResponse(q, DnsOutcome.ServFail) : Mx(q, 300, (10, "mx.example.net")));
        var dns = new RecentDns(inner, 16, new ManualTime());
        for (var i = 0; i < 2; i++) await dns.Ask(Query, Cancel);
        for (var i = 0; i < 2; i++) await dns.Ask(Query.At(new IPEndPoint(IPAddress.Loopback, 53)), Cancel);
        Assert.Equal(4, inner.Asked);
    }

    [Fact]
    public async Task What_is_used_stays_and_the_rest_is_forgotten()
    {
        var inner = new Counting(static q => Mx(q, 300, (10, "mx.example.net")));
        var dns = new RecentDns(inner, 8, new ManualTime());
        for (var i = 0; i < 100; i++)
        {
            await dns.Ask(new DnsQuery($"d{i}.example", DnsType.Mx), Cancel);
            await dns.Ask(Query, Cancel);
        }

        Assert.Equal(101, inner.Asked);
        await dns.Ask(new DnsQuery("d0.example", DnsType.Mx), Cancel);
        Assert.Equal(102, inner.Asked);
    }

    [Fact]
    public async Task The_provider_is_that_of_the_most_preferred_host()
    {
        Assert.Equal("example.org", await MxProvider.Of(new Counting(static q => Mx(q, 1, (20, "mx.example.com"), (10, "mx.example.org"))), "example.net", Cancel));
        Assert.Null(await MxProvider.Of(new Counting(static q => Mx(q, 1, (0, "."))), "example.net", Cancel));
        Assert.Equal("example.net", await MxProvider.Of(new Counting(static q => new DnsResponse(q, DnsOutcome.NoData)), "www.example.net", Cancel));
        Assert.Null(await MxProvider.Of(new Counting(static q => new DnsResponse(q, DnsOutcome.NxDomain)), "example.net", Cancel));
    }
}
