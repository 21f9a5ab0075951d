using Gatepost.Refusals.Logs.Haraka;

namespace Gatepost.Tests.Refusals.Logs.Haraka;

public sealed class HarakaReaderTests
{
    private static HarakaReader Reader => new(LogLines.Clock);

    private const string Uuid = "9C8F9A1B-0C1D-4E5F-8A9B-0C1D2E3F4A5B.1";
    private const string Id = " id=" + Uuid;

    public static TheoryData<string, string> Lines => new()
    {
        { $"[NOTICE] [{Uuid}.1] [outbound] recipient <r@example.net> rejected: 550 5.7.1 Relay access denied", "Failed reply=550 5.7.1 Relay access denied to=r@example.net at=Rcpt" + Id + ".1" },
        { $"2026-02-03T04:05:06.789Z [NOTICE] [{Uuid}] [outbound] recipient <r@example.net> deferred: 454 4.7.1 later", "Delayed reply=454 4.7.1 later to=r@example.net at=Rcpt time=2026-02-03T04:05:06.789+00:00" + Id },
        { $"[NOTICE] [{Uuid}] [core] recipient <r@example.net> code=DENY msg=\"I cannot deliver mail for <r@example.net>\" sender=\"s@example.org\"", "Failed reply=I cannot deliver mail for <r@example.net> to=r@example.net from=s@example.org at=Rcpt own" + Id },
        { $"[NOTICE] [{Uuid}] [core] recipient <r@example.net> {{ code: 'DENYSOFT', msg: 'not now', sender: 's@example.org' }}", "Delayed reply=not now to=r@example.net from=s@example.org at=Rcpt own" + Id },
        { $"level=NOTICE uuid={Uuid} source=core message=\"recipient <r@example.net>\" code=DENYDISCONNECT msg=\"no \\\"relay\\\"\" sender=s@example.org", "Failed reply=no \"relay\" to=r@example.net from=s@example.org at=Rcpt own" + Id },
        { $"{{\"level\":\"NOTICE\",\"uuid\":\"{Uuid}\",\"source\":\"core\",\"message\":\"recipient <r@example.net>\",\"code\":\"DENY\",\"msg\":\"no\",\"sender\":\"s@example.org\"}}", "Failed reply=no to=r@example.net from=s@example.org at=Rcpt own" + Id },
        { $"[NOTICE] [{Uuid}] [core] sender <s@example.org> code=DENY msg=\"550 5.1.8 no such domain\"", "Failed reply=550 5.1.8 no such domain from=s@example.org at=Mail own" + Id },
        { $"[INFO] [{Uuid}] [core] hook=connect plugin=dnsbl function=connect_first params=\"\" retval=DENY msg=\"host is listed\"", "Failed reply=host is listed why=dnsbl at=Connect own" + Id },
        { $"[INFO] [{Uuid}] [outbound] Temp failing 16 for 64 seconds: Upstream error: 421 4.7.0 try later", "Delayed reply=421 4.7.0 try later" + Id },
        { $"Feb  3 04:05:06 mx1 haraka[77]: [NOTICE] [{Uuid}] [outbound] recipient <r@example.net> rejected: 550 no", "Failed reply=550 no to=r@example.net at=Rcpt by=mx1 time=2026-02-03T04:05:06+00:00" + Id },
    };

    public static TheoryData<string> Others =>
    [
        $"[NOTICE] [{Uuid}] [core] recipient <r@example.net> code=CONT msg=\"DENY\" sender=\"s@example.org\"",
        $"[INFO] [{Uuid}] [core] hook=rcpt plugin=rcpt_to.in_host_list function=hook_rcpt params=\"<r@example.net>\" retval=DENY msg=\"no\"",
        $"[NOTICE] [{Uuid}] [core] disconnect ip=198.51.100.7 rdns=\"x\" lr=\"550 rejected: no\" time=0.1",
        $"[INFO] [{Uuid}] [outbound] Temp failing 16 for 64 seconds: Some recipients temp failed: <r@example.net>",
        $"[NOTICE] [{Uuid}] [outbound] delivered file=1 domain=example.net host=mx.example.net response=\"ok, not rejected: at all\"",
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
