using System.Net;
using Gatepost.Evidence.Dns;

namespace Gatepost.Tests.Evidence.Dns;

public class DnsWireTests
{
    private static readonly DnsQuery Mx = new("example.net", DnsType.Mx);
    private static readonly DnsRecord MxRecord = new("example.net", DnsType.Mx, 300, new DnsData.Mx(10, "mx.example.net"));
    private static readonly DnsRecord Alias = new("example.net", DnsType.Cname, 300, new DnsData.Target("other.example"));
    private static readonly DnsRecord Soa = new("example.net", DnsType.Soa, 300, new DnsData.Soa("ns.example.net", "hostmaster.example.net", 1, 2, 3, 4, 5));

    [Fact]
    public void A_question_has_the_octets_of_the_RFCs()
    {
        var query = Mx with { CheckingDisabled = true, DnssecOk = true };
        Assert.Equal(
            "12340110000100000000000107657861" + "6D706C65036E657400000F0001" + "00002904D0000080000000",
            Convert.ToHexString(DnsWire.EncodeQuery(query, 0x1234)!));
        Assert.Equal(
            "123400000001000000000000" + "0000020001",
            Convert.ToHexString(DnsWire.EncodeQuery(new DnsQuery(".", DnsType.Ns).At(new IPEndPoint(IPAddress.Loopback, 53)), 0x1234, edns: false)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("\u00e4.example")]
    [InlineData("a\\25")]
    [InlineData("a\\256")]
    [InlineData("a\\")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234.example")]
    public void What_is_no_name_is_no_question(string name) => Assert.Null(DnsWire.EncodeQuery(new DnsQuery(name, DnsType.A), 1));

    [Fact]
    public void A_name_may_have_255_octets_and_no_more()
    {
        var name = string.Join('.', Enumerable.Repeat(new string('a', 49), 5));
        Assert.NotNull(DnsWire.EncodeQuery(new DnsQuery(name + ".abc", DnsType.A), 1));
        Assert.Null(DnsWire.EncodeQuery(new DnsQuery(name + ".abcd", DnsType.A), 1));
    }

    [Fact]
    public void Names_are_lower_case_with_odd_octets_escaped()
    {
        var message = Response([new("a\\.B\\ \\\\\\255.Example.NET", DnsType.A, 1, new DnsData.Address(IPAddress.Loopback))], []);
        Assert.Equal("a\\046b\\032\\092\\255.example.net", DnsWire.Decode(Mx, message).Additional[0].Name);
    }

    [Fact]
    public void Owner_names_are_compressed()
    {
        var one = Response([], [MxRecord]).Length;
        Assert.Equal(one + 2 + 10 + 2 + 2, Response([], [MxRecord, MxRecord]).Length);
    }

    [Theory]
    [InlineData(0, DnsOutcome.NoData)]
    [InlineData(1, DnsOutcome.FormErr)]
    [InlineData(2, DnsOutcome.ServFail)]
    [InlineData(3, DnsOutcome.NxDomain)]
    [InlineData(4, DnsOutcome.NotImp)]
    [InlineData(5, DnsOutcome.Refused)]
    [InlineData(9, DnsOutcome.OtherRcode)]
    [InlineData(16, DnsOutcome.OtherRcode)]
    [InlineData(19, DnsOutcome.OtherRcode)]
    public void The_response_code_is_the_outcome(int rcode, DnsOutcome outcome)
    {
        var read = Read(new DnsResponse(Mx, outcome) { Rcode = rcode });
        Assert.Equal((outcome, rcode), (read.Outcome, read.Rcode));
    }

    [Fact]
    public void Records_of_the_type_are_an_answer() =>
        Assert.Equal("10 mx.example.net.", Assert.Single(Read(new DnsResponse(Mx, DnsOutcome.Answer) { Answers = [MxRecord] }).Data<DnsData.Mx>()).ToString());

    [Fact]
    public void An_alias_alone_is_no_data_and_stays_among_the_answers()
    {
        var read = Read(new DnsResponse(Mx, DnsOutcome.NoData) { Answers = [Alias] });
        Assert.Equal(DnsOutcome.NoData, read.Outcome);
        Assert.Equal([Alias], read.Answers);
    }

    [Fact]
    public void An_alias_to_a_name_that_does_not_exist_is_nxdomain() =>
        Assert.Equal(DnsOutcome.NxDomain, Read(new DnsResponse(Mx, DnsOutcome.NxDomain) { Answers = [Alias] }).Outcome);

    [Fact]
    public void An_alias_is_followed_in_any_order()
    {
        var read = Read(new DnsResponse(Mx, DnsOutcome.Answer) { Answers = [MxRecord with { Name = "other.example" }, Alias] });
        Assert.Equal(DnsOutcome.Answer, read.Outcome);
        Assert.Single(read.Data<DnsData.Mx>());
    }

    [Fact]
    public void Answers_about_another_name_are_left_out()
    {
        var read = Read(new DnsResponse(Mx, DnsOutcome.Answer) { Answers = [MxRecord with { Name = "evil.example" }, Alias with { Name = "evil.example" }] });
        Assert.Equal(DnsOutcome.NoData, read.Outcome);
        Assert.Empty(read.Answers);
        Assert.Equal("2 of 2 answers are about another name", read.Problem);
    }

    [Fact]
    public void A_circle_of_aliases_ends()
    {
        var read = Read(new DnsResponse(Mx, DnsOutcome.NoData) { Answers = [Alias, new("other.example", DnsType.Cname, 1, new DnsData.Target("example.net"))] });
        Assert.Equal((DnsOutcome.NoData, 2), (read.Outcome, read.Answers.Count));
    }

    [Theory]
    [InlineData("net", false, false, DnsOutcome.Referral)]
    [InlineData("example.net", false, false, DnsOutcome.Referral)]
    [InlineData(".", false, false, DnsOutcome.Referral)]
    [InlineData("example.org", false, false, DnsOutcome.NoData)]
    [InlineData("le.net", false, false, DnsOutcome.NoData)]
    [InlineData("net", true, false, DnsOutcome.NoData)]
    [InlineData("net", false, true, DnsOutcome.NoData)]
    public void Name_servers_without_answer_and_authority_are_a_referral(string zone, bool authoritative, bool withSoa, DnsOutcome outcome)
    {
        var servers = new DnsRecord(zone, DnsType.Ns, 300, new DnsData.Target("ns.example.org"));
        Assert.Equal(outcome, Read(new DnsResponse(Mx, outcome) { Authoritative = authoritative, Authority = withSoa ? [servers, Soa] : [servers] }).Outcome);
    }

    [Fact]
    public void Extended_errors_are_read()
    {
        var read = Read(new DnsResponse(Mx, DnsOutcome.ServFail) { Errors = [new(6, "bogus"), new(7, "")] });
        Assert.Equal([new ExtendedDnsError(6, "bogus"), new ExtendedDnsError(7, "")], read.Errors);
    }

    [Fact]
    public void A_reply_has_the_id_and_the_question_in_any_letter_case()
    {
        var query = DnsWire.EncodeQuery(Mx, 7)!;
        var reply = Response([], [MxRecord]);
        Assert.True(DnsWire.IsReply(query, reply));
        Assert.False(DnsWire.IsReply(DnsWire.EncodeQuery(Mx, 8)!, reply));
        Assert.False(DnsWire.IsReply(DnsWire.EncodeQuery(Mx with { Type = DnsType.A }, 7)!, reply));
        Assert.False(DnsWire.IsReply(DnsWire.EncodeQuery(Mx with { Name = "example.org" }, 7)!, reply));
        Assert.False(DnsWire.IsReply(query, query));
        reply[13] = (byte)'E';
        Assert.True(DnsWire.IsReply(query, reply));
    }

    [Fact]
    public void A_bare_header_answers_where_it_refuses()
    {
        var query = DnsWire.EncodeQuery(Mx, 7)!;
        byte[] formErr = [0, 7, 0x80, 1, 0, 0, 0, 0, 0, 0, 0, 0];
        Assert.True(DnsWire.IsReply(query, formErr));
        Assert.Equal(DnsOutcome.FormErr, DnsWire.Decode(Mx, formErr).Outcome);
        formErr[3] = 0;
        Assert.False(DnsWire.IsReply(query, formErr));
        Assert.Equal("0 questions at octet 4", DnsWire.Decode(Mx, formErr).Problem);
    }

    private static DnsResponse Read(DnsResponse response) => DnsWire.Decode(Mx, DnsWire.EncodeResponse(new DnsRequest(7, Mx) { PayloadSize = 1232 }, response));

    private static byte[] Response(DnsRecord[] additional, DnsRecord[] answers) =>
        DnsWire.EncodeResponse(new DnsRequest(7, Mx) { PayloadSize = 1232 }, new DnsResponse(Mx, DnsOutcome.Answer) { Answers = answers, Additional = additional });
}
