using Gatepost.Refusals.Logs.Courier;

namespace Gatepost.Tests.Refusals.Logs.Courier;

public sealed class CourierReaderTests
{
    private static CourierReader Reader => new(LogLines.Clock);

    private const string Smtp = "Feb  3 04:05:06 mx1 courieresmtp: id=0038C081.4D026173.000051A4,from=<s@example.org>,addr=<r@example.net>";
    private const string Seen = " by=mx1 time=2026-02-03T04:05:06+00:00";
    private const string Delivery = " to=r@example.net from=s@example.org" + Seen + " id=0038C081.4D026173.000051A4";

    [Fact]
    public void A_reply_of_several_lines_is_one_refusal() =>
        Assert.Equal(
            "Failed reply=550 5.7.1 first second" + Delivery,
            LogLines.Brief(Reader, Smtp + ": 550-5.7.1 first", Smtp + ": 550 5.7.1 second", Smtp + ",status: failure"));

    [Fact]
    public void Words_without_a_code_wait_for_the_status() =>
        Assert.Equal(
            "Delayed reply=Connection refused" + Delivery + " || Failed" + Delivery,
            LogLines.Brief(Reader, Smtp + ": Connection refused", Smtp + ",size=329,status: deferred", Smtp + ",status: failure"));

    [Fact]
    public void What_was_delivered_is_none() =>
        Assert.Equal("", LogLines.Brief(Reader, Smtp + ": 250 OK", Smtp + ",size=329,success: delivered: mx.example.net [192.0.2.1]", Smtp + ",size=329,status: success"));

    public static TheoryData<string, string> Lines => new()
    {
        { Smtp + ": 454 4.7.1 later", "Delayed reply=454 4.7.1 later" + Delivery },
        {
            "Feb  3 04:05:06 mx1 courieresmtpd: error,relay=::ffff:198.51.100.7,port=4711,from=<s@example.org>,to=<r@example.net>: 513 Relaying denied.",
            "Failed reply=513 Relaying denied. to=r@example.net from=s@example.org at=Rcpt by=mx1 own client=[198.51.100.7] time=2026-02-03T04:05:06+00:00"
        },
        {
            "Feb  3 04:05:06 mx1 courieresmtpd: error,relay=2001:db8::7,from=<s@example.org>: 517 no",
            "Failed reply=517 no from=s@example.org at=Mail by=mx1 own client=[2001:db8::7] time=2026-02-03T04:05:06+00:00"
        },
        {
            "Feb  3 04:05:06 mx1 courieresmtpd: error,relay=::ffff:198.51.100.7,msg=\"535 Authentication failed.\",cmd: AUTH LOGIN am9l",
            "Failed reply=535 Authentication failed. at=Auth cmd=AUTH LOGIN by=mx1 own client=[198.51.100.7] auth=Failed time=2026-02-03T04:05:06+00:00"
        },
    };

    public static TheoryData<string> Others =>
    [
        "Feb  3 04:05:06 mx1 courierd: started,id=0038C081.4D026173.000051A4,from=<s@example.org>,module=esmtp,host=example.net,addr=<r@example.net>",
        "Feb  3 04:05:06 mx1 imapd: LOGIN FAILED, user=joe, ip=[::ffff:198.51.100.7]",
        "",
    ];

    [Theory]
    [MemberData(nameof(Lines))]
    public void Reads(string line, string expected)
    {
        Assert.Equal(expected, LogLines.Brief(Reader, line));
        LogLines.NeedlesCover(Reader, line);
        Assert.True(Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(line)) >= 50, "recognised");
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Passes_over(string line) => Assert.Equal("", LogLines.Brief(Reader, line));

    [Fact]
    public void Never_throws_and_stays_linear() =>
        LogLines.NeverThrows(() => Reader, [.. Lines.Select(row => row.Data.Item1), .. Others.Select(row => row.Data)]);
}
