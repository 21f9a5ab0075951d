using Gatepost.Refusals.Logs.Qmail;

namespace Gatepost.Tests.Refusals.Logs.Qmail;

public sealed class QmailReaderTests
{
    private static QmailReader Reader => new(LogLines.Clock);

    private const string Tai = "@4000000069817344000f4240 ";
    private const string Failure = "failure: 192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.7.1_<r@example.net>:_Relay_access_denied/Giving_up_on_192.0.2.1./";

    [Fact]
    public void Joins_a_delivery_with_its_recipient_and_its_sender() =>
        Assert.Equal(
            "Failed reply=550 5.7.1 <r@example.net>: Relay access denied to=r@example.net from=s@example.org at=Rcpt remote=[192.0.2.1] time=2026-02-03T04:02:02.001+00:00 id=123",
            LogLines.Brief(
                Reader,
                Tai + "new msg 123",
                Tai + "info msg 123: bytes 2343 from <s@example.org> qp 77 uid 507",
                Tai + "starting delivery 5: msg 123 to remote r@example.net",
                Tai + "starting delivery 6: msg 123 to local x@example.org",
                Tai + "status: local 1/10 remote 1/20",
                Tai + "delivery 6: success: did_1+0+0/",
                Tai + "delivery 5: " + Failure,
                Tai + "end msg 123"));

    [Fact]
    public void A_delivery_number_is_used_once() =>
        Assert.Equal(
            "Failed reply=Sorry, no mailbox here by that name. 5.1.1 to=x@example.org id=1".Replace("Sorry, no mailbox here by that name. 5.1.1", "5.1.1 Sorry, no mailbox here by that name.", StringComparison.Ordinal)
            + " || Failed reply=5.1.1 Sorry, no mailbox here by that name.",
            LogLines.Brief(
                Reader,
                "starting delivery 1: msg 1 to local x@example.org",
                "delivery 1: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/",
                "delivery 1: failure: Sorry,_no_mailbox_here_by_that_name._(#5.1.1)/"));

    public static TheoryData<string, string> Lines => new()
    {
        { "Feb  3 04:05:06 mx1 qmail: 1770091506.123456 delivery 5: " + Failure, "Failed reply=550 5.7.1 <r@example.net>: Relay access denied at=Rcpt remote=[192.0.2.1] by=mx1 time=2026-02-03T04:05:06.123+00:00" },
        {
            "delivery 7: deferral: Connected_to_192.0.2.1_but_greeting_failed./Remote_host_said:_421-4.7.0_see_https://example.net/why/421_4.7.0_later/",
            "Delayed reply=421 4.7.0 see https://example.net/why later at=Connect remote=[192.0.2.1]"
        },
        { "delivery 8: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/", "Delayed reply=4.4.1 Sorry, I wasn't able to establish an SMTP connection. at=Connect" },
        { Tai + "rblsmtpd: 198.51.100.7 pid 1234: 451 https://example.net/listed", "Delayed reply=451 https://example.net/listed own client=[198.51.100.7] time=2026-02-03T04:02:02.001+00:00" },
        {
            Tai + "CHKUSER rejected relaying: from <s@example.org::> remote <helo.example.org:unknown:198.51.100.7> rcpt <r@example.net> : client not allowed to relay",
            "Failed reply=client not allowed to relay why=rejected relaying to=r@example.net from=s@example.org at=Rcpt own client=[198.51.100.7] helo=helo.example.org time=2026-02-03T04:02:02.001+00:00"
        },
        {
            Tai + "CHKUSER rejected rcpt: from <s@example.org:joe@example.org:> remote <h:mail.example.org:2001:db8::7> rcpt <r@example.net> : not existing recipient",
            "Failed reply=not existing recipient why=rejected rcpt to=r@example.net from=s@example.org at=Rcpt own client=mail.example.org [2001:db8::7] helo=h login=joe@example.org auth=Used time=2026-02-03T04:02:02.001+00:00"
        },
        {
            "Feb  3 04:05:06 mx1 spamdyke[77]: DENIED_RELAYING from: s@example.org to: r@example.net origin_ip: 198.51.100.7 origin_rdns: (unknown) auth: (unknown) encryption: (none) reason: (empty)",
            "Failed why=DENIED_RELAYING to=r@example.net from=s@example.org by=mx1 own client=[198.51.100.7] time=2026-02-03T04:05:06+00:00"
        },
        {
            "Feb  3 04:05:06 mx1 spamdyke[77]: DENIED_GRAYLISTED from: (unknown) to: r@example.net origin_ip: 198.51.100.7 origin_rdns: mail.example.org auth: joe encryption: TLS reason: /var/x",
            "Delayed reply=/var/x why=DENIED_GRAYLISTED to=r@example.net by=mx1 own client=mail.example.org [198.51.100.7] login=joe auth=Used time=2026-02-03T04:05:06+00:00"
        },
    };

    public static TheoryData<string> Others =>
    [
        Tai + "delivery 5: success: 192.0.2.1_accepted_message./Remote_host_said:_250_ok/",
        Tai + "bounce msg 123 qp 77",
        Tai + "CHKUSER accepted rcpt: from <s@example.org::> remote <h:unknown:198.51.100.7> rcpt <r@example.net> : found existing recipient",
        Tai + "tcpserver: status: 1/40",
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
