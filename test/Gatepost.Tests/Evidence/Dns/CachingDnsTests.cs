using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class CachingDnsTests
{
    private static readonly DnsQuery Mx = new("example.net", DnsType.Mx);
    private readonly TableDns _table = new("example.net MX 10 mx.example.net\nlost.example TIMEOUT");

    [Fact]
    public async Task Equal_questions_are_asked_once_whatever_the_answer()
    {
        var dns = new CachingDns(_table);
        var first = await dns.Ask(Mx, TestContext.Current.CancellationToken);
        Assert.Same(first, await dns.Ask(Mx with { }, TestContext.Current.CancellationToken));
        await dns.Ask(new DnsQuery("lost.example", DnsType.A), TestContext.Current.CancellationToken);
        await dns.Ask(new DnsQuery("lost.example", DnsType.A), TestContext.Current.CancellationToken);
        Assert.Equal(2, _table.Asked.Count);
    }

    [Fact]
    public async Task Another_server_type_or_flag_is_another_question()
    {
        var dns = new CachingDns(_table);
        DnsQuery[] questions =
        [
            Mx, Mx with { Type = DnsType.A }, Mx with { CheckingDisabled = true }, Mx with { DnssecOk = true }, Mx with { RecursionDesired = false },
            Mx.At(new IPEndPoint(IPAddress.Loopback, 53)), Mx.At(new IPEndPoint(IPAddress.Loopback, 54)), Mx.At(new IPEndPoint(IPAddress.Loopback, 54)),
        ];
        foreach (var question in questions) await dns.Ask(question, TestContext.Current.CancellationToken);
        Assert.Equal(7, _table.Asked.Count);
    }

    [Fact]
    public async Task Questions_at_the_same_time_share_one_answer()
    {
        var slow = new SlowDns();
        var dns = new CachingDns(slow);
        var asked = Enumerable.Range(0, 50).Select(_ => dns.Ask(Mx, TestContext.Current.CancellationToken).AsTask()).ToArray();
        slow.Answer.SetResult(new DnsResponse(Mx, DnsOutcome.Answer));
        Assert.Single((await Task.WhenAll(asked)).Distinct());
        Assert.Equal(1, slow.Asked);
    }

    [Fact]
    public async Task One_who_gives_up_does_not_take_the_answer_from_the_others()
    {
        var slow = new SlowDns();
        var dns = new CachingDns(slow);
        using var cancel = new CancellationTokenSource();
        var impatient = dns.Ask(Mx, cancel.Token).AsTask();
        var patient = dns.Ask(Mx, TestContext.Current.CancellationToken).AsTask();
        await cancel.CancelAsync();
        Assert.Equal((DnsOutcome.Timeout, "cancelled"), ((await impatient).Outcome, (await impatient).Problem));
        slow.Answer.SetResult(new DnsResponse(Mx, DnsOutcome.Answer));
        Assert.Equal(DnsOutcome.Answer, (await patient).Outcome);
    }

    [Fact]
    public async Task A_full_cache_forgets_the_oldest()
    {
        var dns = new CachingDns(_table, capacity: 2);
        foreach (var name in (string[])["a.example", "b.example", "c.example", "c.example", "b.example", "a.example"])
            await dns.Ask(new DnsQuery(name, DnsType.A), TestContext.Current.CancellationToken);
        Assert.Equal(["a.example", "b.example", "c.example", "a.example"], _table.Asked.Select(static q => q.Name));
    }

    private sealed class SlowDns : IDns
    {
        public TaskCompletionSource<DnsResponse> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public int Asked { get; private set; }

        public async ValueTask<DnsResponse> Ask(DnsQuery query, CancellationToken cancel)
        {
            Asked++;
            return await Answer.Task;
        }
    }
}
