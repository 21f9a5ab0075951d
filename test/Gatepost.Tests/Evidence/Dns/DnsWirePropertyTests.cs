using CsCheck;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class DnsWirePropertyTests
{
    private static readonly DnsQuery Mx = new("example.net", DnsType.Mx);

    [Fact]
    public void A_response_written_reads_as_itself() =>
        DnsGen.Response.Sample(
            response =>
            {
                var read = DnsWire.Decode(response.Query, DnsWire.EncodeResponse(new DnsRequest(7, response.Query) { PayloadSize = 1232 }, response));
                Assert.Null(read.Problem);
                Assert.Equal(response.Rcode, read.Rcode);
                Assert.Equal(
                    (response.Authoritative, response.AuthenticData, response.RecursionAvailable, response.Truncated),
                    (read.Authoritative, read.AuthenticData, read.RecursionAvailable, read.Truncated));
                Assert.Equal(response.Answers, read.Answers);
                Assert.Equal(response.Authority, read.Authority);
                Assert.Equal(response.Additional, read.Additional);
                Assert.Equal(response.Errors, read.Errors);
                Assert.NotEqual(DnsOutcome.Malformed, read.Outcome);
            },
            iter: 3_000);

    [Fact]
    public void A_question_written_reads_as_itself() =>
        Gen.Select(DnsGen.Query, Gen.UShort).Sample(
            (query, id) =>
            {
                Assert.True(DnsWire.TryDecodeQuery(DnsWire.EncodeQuery(query, id), out var request, out _));
                Assert.Equal(new DnsRequest(id, query) { PayloadSize = DnsWire.PayloadSize }, request);
            },
            iter: 3_000);

    [Fact]
    public void A_response_to_a_limit_holds_it_and_keeps_whole_records() =>
        Gen.Select(DnsGen.Response, Gen.Int[400, 1500]).Sample(
            (response, limit) =>
            {
                var message = DnsWire.EncodeResponse(new DnsRequest(7, response.Query) { PayloadSize = limit }, response, limit);
                Assert.InRange(message.Length, 0, limit);
                var read = DnsWire.Decode(response.Query, message);
                Assert.Null(read.Problem);
                Assert.Equal(response.Answers.Take(read.Answers.Count), read.Answers);
                Assert.True(read.Truncated || read.Answers.Count + read.Authority.Count == response.Answers.Count + response.Authority.Count);
            },
            iter: 2_000);

    [Fact]
    public void Any_octets_are_read_without_an_exception() =>
        Gen.Byte.Array[0, 600].Sample(octets => Read(octets), iter: 20_000);

    [Fact]
    public void Octets_behind_a_good_header_are_read_without_an_exception() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Byte[0, 4], Gen.Byte[0, 4], Gen.Byte[0, 4]).Sample(
            (octets, answers, authority, additional) =>
                Read([0, 7, 0x80, 0, 0, 1, 0, answers, 0, authority, 0, additional, .. "\u0007example\u0003net\0\0\u000f\0\u0001"u8, .. octets]),
            iter: 20_000);

    [Fact]
    public void Changed_messages_are_read_without_an_exception() =>
        Gen.Select(DnsGen.Response, Gen.Select(Gen.Int[0, 100_000], Gen.OneOf(Gen.Byte, Gen.OneOf<byte>(0, 0xc0, 0xff, 12, 41, 63, 64))).Array[1, 4]).Sample(
            (response, changes) =>
            {
                var message = DnsWire.EncodeResponse(new DnsRequest(7, response.Query) { PayloadSize = 1232 }, response);
                foreach (var (place, value) in changes) message[place % message.Length] = value;
                Read(message);
            },
            iter: 10_000);

    // What is read is either whole or has a problem that says where, and its names can be asked for.
    private static void Read(byte[] message)
    {
        var response = DnsWire.Decode(Mx, message);
        if (response.Outcome == DnsOutcome.Malformed) Assert.Contains("at octet", response.Problem, StringComparison.Ordinal);
        foreach (var record in response.Answers.Concat(response.Authority).Concat(response.Additional))
            Assert.NotNull(DnsWire.EncodeQuery(new DnsQuery(record.Name, DnsType.A), 1));
        _ = DnsWire.TryDecodeQuery(message, out _, out _);
        _ = DnsWire.IsReply(DnsWire.EncodeQuery(Mx, 7), message);
    }
}
