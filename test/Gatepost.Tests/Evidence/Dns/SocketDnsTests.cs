using System.Net;
using Gatepost.Evidence;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class SocketDnsTests
{
    private static readonly DnsQuery Mx = new("example.net", DnsType.Mx);
    private static readonly DnsClientOptions Patient = new() { Timeout = TimeSpan.FromSeconds(5), Tries = 1 };
    private static readonly DnsClientOptions Hasty = new() { Timeout = TimeSpan.FromMilliseconds(60), Tries = 1 };

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_question_is_answered_over_udp(string at)
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Good), at: IPAddress.Parse(at));
        var response = await Ask(Patient, Mx with { CheckingDisabled = true, DnssecOk = true }, server);
        Assert.Equal(DnsOutcome.Answer, response.Outcome);
        Assert.Equal(server.Address, response.Server);
        Assert.Equal((false, true), (response.OverTcp, response.Elapsed > TimeSpan.Zero));
        var asked = Assert.Single(server.Asked);
        Assert.Equal(Mx with { CheckingDisabled = true, DnssecOk = true }, asked.Query);
        Assert.Equal(DnsWire.PayloadSize, asked.PayloadSize);
    }

    [Fact]
    public async Task A_server_named_in_the_question_is_asked_without_recursion()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Good));
        var response = await Ask(Patient, Mx.At(server.Address));
        Assert.Equal(DnsOutcome.Answer, response.Outcome);
        Assert.False(Assert.Single(server.Asked).Query.RecursionDesired);
    }

    [Fact]
    public async Task Messages_that_answer_something_else_are_passed_over()
    {
        await using var server = new ScriptedDnsServer(request => [.. Strays(request), Encode(request)]);
        Assert.Equal(DnsOutcome.Answer, (await Ask(Patient, Mx, server)).Outcome);
    }

    [Fact]
    public async Task Only_messages_that_answer_something_else_are_malformed()
    {
        await using var server = new ScriptedDnsServer(Strays);
        var response = await Ask(Hasty, Mx, server);
        Assert.Equal(DnsOutcome.Malformed, response.Outcome);
        Assert.Equal("nothing that came answers the question (5 received)", response.Problem);
    }

    [Fact]
    public async Task A_flood_of_wrong_ids_ends_before_the_time_does()
    {
        await using var server = new ScriptedDnsServer(request => Enumerable.Range(1, 300).Select(i => Encode(request with { Id = (ushort)(request.Id + i) })));
        var response = await Ask(Patient, Mx, server);
        Assert.Equal(DnsOutcome.Malformed, response.Outcome);
        Assert.InRange(response.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    [Fact]
    public async Task A_broken_response_to_the_question_is_malformed_at_once()
    {
        await using var server = new ScriptedDnsServer(request => [[.. Encode(request), 1]]);
        var response = await Ask(Patient, Mx, server);
        Assert.Equal(DnsOutcome.Malformed, response.Outcome);
        Assert.Contains("1 octets after the last record", response.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_a_timeout_after_all_tries()
    {
        await using var server = new ScriptedDnsServer(static _ => []);
        var response = await Ask(Hasty with { Tries = 3 }, Mx, server);
        Assert.Equal((DnsOutcome.Timeout, null), (response.Outcome, response.Problem));
        Assert.Equal(3, server.Asked.Count);
        Assert.Equal(3, server.Asked.Select(static r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_silent_resolver_gives_way_to_the_next()
    {
        await using var silent = new ScriptedDnsServer(static _ => []);
        await using var good = new ScriptedDnsServer(ScriptedDnsServer.Udp(Good));
        var response = await Ask(Hasty, Mx, silent, good);
        Assert.Equal((DnsOutcome.Answer, good.Address), (response.Outcome, response.Server));
    }

    [Fact]
    public async Task A_servfail_is_an_answer_and_no_reason_to_ask_another()
    {
        await using var failing = new ScriptedDnsServer(ScriptedDnsServer.Udp(static q => new DnsResponse(q, DnsOutcome.ServFail) { Errors = [new(6, "bogus")] }));
        await using var good = new ScriptedDnsServer(ScriptedDnsServer.Udp(Good));
        var response = await Ask(Patient, Mx, failing, good);
        Assert.Equal(DnsOutcome.ServFail, response.Outcome);
        Assert.Equal(6, Assert.Single(response.Errors).Code);
        Assert.Empty(good.Asked);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_unreachable()
    {
        IPEndPoint nobody;
        await using (var gone = new ScriptedDnsServer(static _ => [])) nobody = gone.Address;
        var response = await Ask(Patient, Mx.At(nobody));
        Assert.Equal((DnsOutcome.Unreachable, "nobody listens there"), (response.Outcome, response.Problem));
        Assert.Equal(nobody, response.Server);
    }

    [Fact]
    public async Task Where_no_way_leads_is_unreachable()
    {
        using var dns = new SocketDns([], new NoRoutes(), TimeProvider.System, Patient);
        var response = await dns.Ask(Mx.At(new IPEndPoint(IPAddress.Parse("192.0.2.1"), 53)), TestContext.Current.CancellationToken);
        Assert.Equal((DnsOutcome.Unreachable, "there is no way to its network"), (response.Outcome, response.Problem));
    }

    [Theory]
    [InlineData(DnsOutcome.FormErr)]
    [InlineData(DnsOutcome.NotImp)]
    public async Task A_server_that_refuses_edns_is_asked_once_more_without(DnsOutcome refusal)
    {
        await using var server = new ScriptedDnsServer(request => request.PayloadSize is null
            ? [Encode(request)]
            : [[.. BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder((short)request.Id)), 0x80, (byte)(refusal == DnsOutcome.FormErr ? 1 : 4), 0, 0, 0, 0, 0, 0, 0, 0]]);
        Assert.Equal(DnsOutcome.Answer, (await Ask(Patient, Mx, server)).Outcome);
        Assert.Equal([DnsWire.PayloadSize, null], server.Asked.Select(static r => r.PayloadSize));
    }

    [Fact]
    public async Task A_server_that_refuses_everything_has_refused()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(static q => new DnsResponse(q, DnsOutcome.NotImp)));
        Assert.Equal(DnsOutcome.NotImp, (await Ask(Patient, Mx, server)).Outcome);
        Assert.Equal(2, server.Asked.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    public async Task What_is_no_name_is_not_asked(string name)
    {
        var response = await Ask(Patient, new DnsQuery(name, DnsType.A) { Server = new IPEndPoint(IPAddress.Loopback, 1) });
        Assert.Equal(DnsOutcome.NotAsked, response.Outcome);
    }

    [Fact]
    public async Task Without_a_resolver_nothing_is_asked() => Assert.Equal(DnsOutcome.NotAsked, (await Ask(Patient, Mx)).Outcome);

    [Fact]
    public async Task A_cancelled_question_is_a_timeout_that_says_so()
    {
        using var cancel = new CancellationTokenSource();
        await using var server = new ScriptedDnsServer(_ =>
        {
            cancel.Cancel();
            return [];
        });
        using var dns = new SocketDns([server.Address], DirectRoutes.Instance, TimeProvider.System, Patient with { Tries = 5 });
        var response = await dns.Ask(Mx, cancel.Token);
        Assert.Equal((DnsOutcome.Timeout, "cancelled"), (response.Outcome, response.Problem));
        Assert.Equal(DnsOutcome.Timeout, (await dns.Ask(Mx, cancel.Token)).Outcome);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task No_more_questions_are_out_than_allowed_and_all_are_answered()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Good));
        using var dns = new SocketDns([server.Address], DirectRoutes.Instance, TimeProvider.System, Patient with { MaxInFlight = 8 });
        var responses = await Task.WhenAll(Enumerable.Range(0, 300).Select(i =>
            dns.Ask(Mx with { Name = $"n{i}.example.net" }, TestContext.Current.CancellationToken).AsTask()));
        Assert.All(responses, static r => Assert.Equal(DnsOutcome.Answer, r.Outcome));
        Assert.Equal(300, responses.Select(static r => r.Answers[0].Name).Distinct().Count());
    }

    internal static DnsResponse Good(DnsQuery query) => new(query, DnsOutcome.Answer) { Answers = [new(query.Name, DnsType.Mx, 300, new DnsData.Mx(10, "mx.example.net"))] };

    internal static async Task<DnsResponse> Ask(DnsClientOptions options, DnsQuery query, params ScriptedDnsServer[] servers)
    {
        using var dns = new SocketDns([.. servers.Select(static s => s.Address)], DirectRoutes.Instance, TimeProvider.System, options);
        return await dns.Ask(query, TestContext.Current.CancellationToken);
    }

    private static byte[] Encode(DnsRequest request) => DnsWire.EncodeResponse(request, Good(request.Query));

    // Another id, another name, another type, a question, and what is no message at all.
    private static byte[][] Strays(DnsRequest request) =>
    [
        Encode(request with { Id = (ushort)(request.Id + 1) }),
        Encode(request with { Query = request.Query with { Name = "example.org" } }),
        Encode(request with { Query = request.Query with { Type = DnsType.A } }),
        DnsWire.EncodeQuery(request.Query, request.Id)!,
        [],
    ];

    private sealed class NoRoutes : IRoutes
    {
        public IPEndPoint? To(IPEndPoint address) => null;
    }
}
