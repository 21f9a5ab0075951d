using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class SocketDnsTcpTests
{
    private static readonly DnsQuery Mx = new("example.net", DnsType.Mx);
    private static readonly DnsClientOptions Patient = new() { Timeout = TimeSpan.FromSeconds(5), Tries = 1 };
    private static readonly DnsClientOptions Hasty = new() { Timeout = TimeSpan.FromMilliseconds(80), Tries = 1 };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65537)]
    public async Task A_truncated_answer_is_fetched_over_tcp_in_whatever_pieces(int chunk)
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Large), ScriptedDnsServer.Tcp(Large, chunk));
        var response = await SocketDnsTests.Ask(Patient, Mx, server);
        Assert.Equal((DnsOutcome.Answer, true, 200), (response.Outcome, response.OverTcp, response.Answers.Count));
        Assert.False(response.Truncated);
        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task The_largest_message_is_read()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Largest), ScriptedDnsServer.Tcp(Largest));
        var response = await SocketDnsTests.Ask(Patient, Mx with { Type = DnsType.Txt }, server);
        Assert.Equal((DnsOutcome.Answer, 255), (response.Outcome, response.Answers.Count));
    }

    [Fact]
    public async Task A_datagram_larger_than_we_said_is_fetched_over_tcp()
    {
        await using var server = new ScriptedDnsServer(static r => [[.. DnsWire.EncodeResponse(r, Large(r.Query)), .. new byte[4096]]], ScriptedDnsServer.Tcp(Large));
        Assert.True((await SocketDnsTests.Ask(Patient, Mx, server)).OverTcp);
    }

    [Fact]
    public async Task A_datagram_cut_in_a_record_is_fetched_over_tcp()
    {
        await using var server = new ScriptedDnsServer(
            static r => [DnsWire.EncodeResponse(r, Large(r.Query) with { Truncated = true })[..500]], ScriptedDnsServer.Tcp(Large));
        Assert.Equal(200, (await SocketDnsTests.Ask(Patient, Mx, server)).Answers.Count);
    }

    [Fact]
    public async Task Without_tcp_a_truncated_answer_is_no_answer()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Large));
        var response = await SocketDnsTests.Ask(Patient, Mx, server);
        Assert.Equal((DnsOutcome.Unreachable, true), (response.Outcome, response.OverTcp));
        Assert.Equal("the answer over UDP was truncated, and over TCP: nobody listens there", response.Problem);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_is_a_timeout()
    {
        await using var server = new ScriptedDnsServer(ScriptedDnsServer.Udp(Large), static _ => [[]]);
        var response = await SocketDnsTests.Ask(Hasty, Mx, server);
        Assert.Equal((DnsOutcome.Timeout, "the answer over UDP was truncated, and over TCP: no answer in time"), (response.Outcome, response.Problem));
    }

    [Fact]
    public async Task A_connection_that_stops_in_the_middle_is_a_timeout()
    {
        await using var server = new ScriptedDnsServer(
            ScriptedDnsServer.Udp(Large), static r => [ScriptedDnsServer.Framed(DnsWire.EncodeResponse(r, Large(r.Query)))[..100], []]);
        Assert.Equal(DnsOutcome.Timeout, (await SocketDnsTests.Ask(Hasty, Mx, server)).Outcome);
    }

    [Theory]
    [InlineData(0, "the connection ended before an answer")]
    [InlineData(1, "the connection ended before an answer")]
    [InlineData(2, "the connection ended after 0 of")]
    [InlineData(50, "the connection ended after 48 of")]
    public async Task A_connection_that_ends_early_is_malformed(int octets, string problem)
    {
        await using var server = new ScriptedDnsServer(
            ScriptedDnsServer.Udp(Large), r => ScriptedDnsServer.Framed(DnsWire.EncodeResponse(r, Large(r.Query)))[..octets].Chunk(60_000));
        var response = await SocketDnsTests.Ask(Patient, Mx, server);
        Assert.Equal(DnsOutcome.Malformed, response.Outcome);
        Assert.Contains(problem, response.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_id_over_tcp_is_malformed()
    {
        await using var server = new ScriptedDnsServer(
            ScriptedDnsServer.Udp(Large), static r => [ScriptedDnsServer.Framed(DnsWire.EncodeResponse(r with { Id = (ushort)(r.Id + 1) }, Large(r.Query)))]);
        var response = await SocketDnsTests.Ask(Patient, Mx, server);
        Assert.Equal(DnsOutcome.Malformed, response.Outcome);
        Assert.Contains("nothing that came answers the question", response.Problem, StringComparison.Ordinal);
    }

    private static DnsResponse Large(DnsQuery query) => new(query, DnsOutcome.Answer)
    {
        Answers = [.. Enumerable.Range(0, 200).Select(i => new DnsRecord(query.Name, DnsType.Mx, 300, new DnsData.Mx(i, $"mx{i}.example.net")))],
    };

    private static DnsResponse Largest(DnsQuery query) => new(query, DnsOutcome.Answer)
    {
        Answers = [.. Enumerable.Range(0, 255).Select(i => new DnsRecord(query.Name, DnsType.Txt, 300, new DnsData.Txt(new string('x', 240))))],
    };
}
