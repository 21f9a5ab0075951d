using Gatepost.Refusals.Logs.Exim;

namespace Gatepost.Tests.Refusals.Logs.Exim;

public sealed class EximReaderTests
{
    private static EximReader Reader => new(LogLines.Clock);

    private const string Day = "2026-02-03 04:05:06 ";
    private const string Id = "1tk2b3-006Xtp-0N ";
    private const string Seen = " time=2026-02-03T04:05:06+00:00";

    public static TheoryData<string, string> Outbound => new()
    {
        {
            Day + Id + "** a@example.net F=<s@example.org> R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1]:25 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes: SMTP error from remote mail server after RCPT TO:<a@example.net>: 550 5.7.1 <a@example.net>: Relay access denied",
            "Failed reply=550 5.7.1 <a@example.net>: Relay access denied to=a@example.net from=s@example.org at=Rcpt cmd=RCPT TO:<a@example.net> remote=mx.example.net [192.0.2.1]:25" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + "1x5ZA2-00000002VJa-0L1J ** b@example.net <list@example.org> R=dnslookup T=remote_smtp H=mx.example.net [2001:db8::1] : SMTP error from remote mail server after pipelined end of data: 550-5.7.1 first\\n550 5.7.1 second",
            "Failed reply=550 5.7.1 first second to=b@example.net orig=list@example.org at=EndOfData remote=mx.example.net [2001:db8::1]" + Seen + " id=1x5ZA2-00000002VJa-0L1J"
        },
        {
            Day + Id + "** c@example.net R=dnslookup T=remote_smtp: SMTP error from remote mail server after MAIL FROM:<s@example.org> SIZE=2048: host mx.example.net [192.0.2.1]: 553 sorry (#5.7.1)",
            "Failed reply=553 5.7.1 sorry to=c@example.net at=Mail cmd=MAIL FROM:<s@example.org> SIZE=2048 remote=mx.example.net [192.0.2.1]" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        { Day + Id + "** d@example.net: retry timeout exceeded", "Failed reply=retry timeout exceeded to=d@example.net" + Seen + " id=1tk2b3-006Xtp-0N" },
        { Day + Id + "** e@example.net F=<> R=nope : Unrouteable address", "Failed reply=Unrouteable address to=e@example.net from=" + Seen + " id=1tk2b3-006Xtp-0N" },
        {
            Day + Id + "** |/usr/bin/sort -x <f@example.org> R=pipes T=address_pipe: Child process of address_pipe transport returned 127 from command: /usr/bin/sort",
            "Failed reply=Child process of address_pipe transport returned 127 from command: /usr/bin/sort to=f@example.org" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + Id + "** \"a b: c\"@example.net R=dnslookup T=remote_smtp H=[192.0.2.1]: SMTP error from remote mail server after initial connection: 554 no",
            "Failed reply=554 no to=\"a b: c\"@example.net at=Connect remote=[192.0.2.1]" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + Id + "== g@example.net R=dnslookup T=remote_smtp defer (-44) H=mx.example.net [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<g@example.net>: 454 4.7.1 <g@example.net>: Relay access denied",
            "Delayed reply=454 4.7.1 <g@example.net>: Relay access denied to=g@example.net at=Rcpt cmd=RCPT TO:<g@example.net> remote=mx.example.net [192.0.2.1]" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        { Day + Id + "== h@example.net routing defer (-52): retry time not reached", "Delayed reply=retry time not reached to=h@example.net" + Seen + " id=1tk2b3-006Xtp-0N" },
        {
            Day + Id + "== i@example.net R=smarthost T=remote_smtp defer (111): Connection refused",
            "Delayed reply=Connection refused to=i@example.net" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + "[4711] " + Id + "H=mx.example.net [192.0.2.1]:2525: SMTP error from remote mail server after RCPT TO:<j@example.net>: 451 4.7.1 later",
            "Delayed reply=451 4.7.1 later to=j@example.net at=Rcpt cmd=RCPT TO:<j@example.net> remote=mx.example.net [192.0.2.1]:2525" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + Id + "** k@example.net R=r T=t H=mx.example.net [192.0.2.1] DN=\"/C=XX/O=Big: Co/CN=mx\": SMTP error from remote mail server after end of data: 550 h\\303\\251las",
            "Failed reply=550 hélas to=k@example.net at=EndOfData remote=mx.example.net [192.0.2.1]" + Seen + " id=1tk2b3-006Xtp-0N"
        },
        {
            Day + Id + "** l@example.net R=lmtp T=lmtp: LMTP error after RCPT TO:<l@example.net>: 550 5.1.1 <l@example.net> User doesn't exist",
            "Failed reply=550 5.1.1 <l@example.net> User doesn't exist to=l@example.net at=Rcpt cmd=RCPT TO:<l@example.net>" + Seen + " id=1tk2b3-006Xtp-0N"
        },
    };

    public static TheoryData<string, string> Inbound => new()
    {
        {
            Day + "H=mail.example.org (helo.example.org) [198.51.100.7]:40000 I=[203.0.113.5]:25 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no SNI=mx.example.net F=<s@example.org> rejected RCPT <r@example.net>: relay not permitted",
            "Failed reply=relay not permitted to=r@example.net from=s@example.org at=Rcpt own client=mail.example.org [198.51.100.7] helo=helo.example.org auth=NotUsed" + Seen
        },
        { Day + "H=([198.51.100.7]) [198.51.100.7] F=s@example.org rejected RCPT r@example.net: Unknown user", "Failed reply=Unknown user to=r@example.net from=s@example.org at=Rcpt own client=[198.51.100.7] helo=[198.51.100.7] auth=NotUsed" + Seen },
        { Day + "H=(x) [2001:db8::7]:40000 rejected MAIL <s@example.org>: no", "Failed reply=no from=s@example.org at=Mail own client=[2001:db8::7] helo=x" + Seen },
        {
            Day + "H=(x) [198.51.100.7] A=dovecot_login:joe@example.org F=<s@example.org> temporarily rejected RCPT <r@example.net>: greylisted",
            "Delayed reply=greylisted to=r@example.net from=s@example.org at=Rcpt own client=[198.51.100.7] helo=x login=joe@example.org auth=Used" + Seen
        },
        { Day + "H=x.example.org [198.51.100.7]:18146 temporarily rejected connection in \"connect\" ACL: \"Host is ratelimited (1.9/1h max:1.2)\"", "Delayed reply=\"Host is ratelimited (1.9/1h max:1.2)\" at=Connect own client=x.example.org [198.51.100.7]" + Seen },
        { Day + "H=[198.51.100.7] rejected EHLO or HELO localhost: bad greeting", "Failed reply=bad greeting at=Ehlo own client=[198.51.100.7]" + Seen },
        { Day + Id + "H=(x) [198.51.100.7] F=<s@example.org> rejected after DATA: This message scored 12.3 spam points.", "Failed reply=This message scored 12.3 spam points. from=s@example.org at=EndOfData own client=[198.51.100.7] helo=x auth=NotUsed" + Seen + " id=1tk2b3-006Xtp-0N" },
        { Day + "U=www F=<www@example.org> rejected RCPT <r@example.net>: no", "Failed reply=no to=r@example.net from=www@example.org at=Rcpt own" + Seen },
        { Day + "H=(x) [198.51.100.7] F=<s@example.org> rejected RCPT <\" rejected RCPT \"@example.net>: real", "Failed reply=real to=\" rejected RCPT \"@example.net from=s@example.org at=Rcpt own client=[198.51.100.7] helo=x auth=NotUsed" + Seen },
        { Day + "login authenticator failed for (x) [198.51.100.7]:5432: 535 Incorrect authentication data (set_id=joe@example.org)", "Failed reply=535 Incorrect authentication data at=Auth own client=[198.51.100.7] helo=x login=joe@example.org auth=Failed" + Seen },
        { Day + "plain authenticator failed for h.example.org ([192.0.2.9]) [198.51.100.7]:5432 I=[203.0.113.5]:587: 435 Unable to authenticate at present: x", "Delayed reply=435 Unable to authenticate at present: x at=Auth own client=h.example.org [198.51.100.7] helo=[192.0.2.9] auth=Failed" + Seen },
        { Day + "rejected EHLO from [198.51.100.7]: syntactically invalid argument(s): (no argument given)", "Failed reply=syntactically invalid argument(s): (no argument given) at=Ehlo own client=[198.51.100.7]" + Seen },
        { Day + Id + "rejected from <s@example.org> H=(x) [198.51.100.7]: message too big: read=9 max=8", "Failed reply=message too big: read=9 max=8 from=s@example.org at=EndOfData own client=[198.51.100.7] helo=x" + Seen + " id=1tk2b3-006Xtp-0N" },
        { Day + "SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[198.51.100.7]:1234 input=\"GET / HTTP/1.1\\r\\n\"", "Failed reply=SMTP protocol synchronization error (input sent without waiting for greeting) at=Connect own client=[198.51.100.7]" + Seen },
        { Day + "unqualified recipient rejected: <root> H=(x) [198.51.100.7]", "Failed reply=unqualified recipient rejected to=root at=Rcpt own client=[198.51.100.7] helo=x" + Seen },
        { Day + "Connection from [198.51.100.7]:1234 refused: too many connections", "Delayed reply=too many connections at=Connect own client=[198.51.100.7]" + Seen },
        {
            "Feb  3 04:05:06 mx1 exim[77]: 2026-02-03 04:05:06.123 +0100 H=(x) [198.51.100.7] F=<> rejected RCPT <r@example.net>: relay not permitted",
            "Failed reply=relay not permitted to=r@example.net from= at=Rcpt by=mx1 own client=[198.51.100.7] helo=x auth=NotUsed time=2026-02-03T04:05:06.123+01:00"
        },
        {
            "Feb  3 04:05:06 mx1 exim[77]: H=(x) [198.51.100.7] F=<s@example.org> rejected RCPT <r@example.net>",
            "Failed to=r@example.net from=s@example.org at=Rcpt by=mx1 own client=[198.51.100.7] helo=x auth=NotUsed" + Seen
        },
        { "   14   H=(x) [198.51.100.7] F=<s@example.org> rejected RCPT <r@example.net>: relay not permitted", "Failed reply=relay not permitted to=r@example.net from=s@example.org at=Rcpt own client=[198.51.100.7] helo=x auth=NotUsed" },
    };

    public static TheoryData<string> Others =>
    [
        Day + Id + "<= s@example.org H=(x) [198.51.100.7] P=esmtp S=1234 id=x@example.org T=\"you rejected RCPT <me>\"",
        Day + Id + "=> a@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1] C=\"250 ok, not rejected\"",
        Day + Id + "-> b@example.net R=dnslookup T=remote_smtp H=mx.example.net [192.0.2.1]",
        Day + Id + "Completed",
        Day + Id + "Frozen (delivery error message)",
        Day + Id + "Message is frozen",
        Day + "H=(x) [198.51.100.7] sender verify fail for <s@example.org>: Unrouteable address",
        Day + "H=(x) [198.51.100.7] Warning: \"sender rejected RCPT <a> before\"",
        Day + "H=(x) [198.51.100.7] incomplete transaction (QUIT) from <s@example.org> for r@example.net",
        Day + "Start queue run: pid=1234",
        "Envelope-from: <s@example.org>",
        "  Subject: H=(x) [198.51.100.7] F=<s@example.org> rejected RCPT <r@example.net>: no",
        "P Received: from x by y with esmtp",
        "",
    ];

    [Theory]
    [MemberData(nameof(Outbound))]
    [MemberData(nameof(Inbound))]
    public void Reads(string line, string expected)
    {
        Assert.Equal(expected, LogLines.Brief(Reader, line));
        Assert.True(Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(line)) >= 40, "recognised");
        LogLines.NeedlesCover(Reader, line);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void Passes_over(string line) => Assert.Equal("", LogLines.Brief(Reader, line));

    [Fact]
    public void Reads_a_hundred_thousand_lines_in_a_second()
    {
        var reader = Reader;
        var lines = Outbound.Select(row => row.Data.Item1).Concat(Inbound.Select(row => row.Data.Item1)).Concat(Others.Select(row => row.Data))
            .Select(System.Text.Encoding.UTF8.GetBytes).ToArray();
        var found = new List<Gatepost.Refusals.Refusal>();
        // The best of several runs: other tests share the machine.
        var best = Enumerable.Range(0, 5).Min(_ =>
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < 20_000; i++) reader.ReadAll(lines[i % lines.Length], default, found);
            return watch.ElapsedMilliseconds * 5;
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{found.Count} refusals of 100,000 lines, at {best} ms");
        Assert.True(best < 4_000, $"{best} ms; an idle machine needs a small part of the second");
    }

    [Fact]
    public void Finds_every_refusal_of_the_shared_logs_and_no_other()
    {
        var folder = SharedCorpus.Find("logs/exim");
        Assert.SkipWhen(folder is null, "The shared collection is not on this machine.");
        foreach (var line in Directory.EnumerateFiles(folder!).SelectMany(File.ReadLines))
        {
            var expected = line.Contains(" rejected ") || line.Contains(" authenticator failed ");
            Assert.True(expected == (LogLines.Read(Reader, line).Count == 1), line);
        }
    }

    [Fact]
    public void Never_throws_and_stays_linear() =>
        LogLines.NeverThrows(() => Reader, [.. Outbound.Select(row => row.Data.Item1), .. Inbound.Select(row => row.Data.Item1)]);
}
