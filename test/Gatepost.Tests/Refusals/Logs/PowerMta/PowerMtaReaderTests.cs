using Gatepost.Refusals.Logs.PowerMta;

namespace Gatepost.Tests.Refusals.Logs.PowerMta;

public sealed class PowerMtaReaderTests
{
    private static PowerMtaReader Reader => new(LogLines.Clock);

    private const string Header = "type,timeLogged,timeQueued,orig,rcpt,orcpt,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,srcType,srcMta,dlvType,dlvSourceIp,dlvDestinationIp,dlvEsmtpAvailable,dlvSize,vmta,jobId,envId,queue,vmtaPool";
    private const string Bounce = "b,2026-02-03 04:05:06+0100,2026-02-03 04:05:00+0100,s@example.org,r@example.net,,failed,5.7.1 (delivery not authorized),\"smtp;550 5.7.1 <r@example.net>, \"\"Relay\"\" denied\",mx.example.net (192.0.2.1),relaying-issues,smtp,h (198.51.100.7),smtp,203.0.113.5,192.0.2.1,\"ENHANCEDSTATUSCODES,PIPELINING\",1234,mta1,job1,env1,example.net/mta1,pool";
    private const string Read = "Failed reply=550 5.7.1 <r@example.net>, \"Relay\" denied status=5.7.1 why=relaying-issues (delivery not authorized) to=r@example.net from=s@example.org remote=mx.example.net [192.0.2.1] time=2026-02-03T04:05:06+01:00 id=env1";

    [Fact]
    public void Reads_a_bounce_under_its_header() => Assert.Equal(Read, LogLines.Brief(Reader, Header, Bounce));

    [Fact]
    public void A_header_may_be_commented_out_quoted_or_in_capitals()
    {
        Assert.Equal(Read, LogLines.Brief(Reader, "#" + Header.ToUpperInvariant(), Bounce));
        Assert.Equal(Read, LogLines.Brief(Reader, "\uFEFF\"" + Header.Replace(",", "\",\"", StringComparison.Ordinal) + "\"", Bounce));
    }

    [Fact]
    public void A_second_header_changes_the_columns() =>
        Assert.Equal(
            Read + " || Delayed reply=450 4.2.0 later status=4.2.0 to=q@example.net time=2026-02-03T04:05:06+00:00",
            LogLines.Brief(Reader, Header, Bounce, "type,rcpt,timeLogged,dsnStatus,dsnDiag", "t,q@example.net,2026-02-03 04:05:06,4.2.0,smtp;450 4.2.0 later"));

    [Fact]
    public void Of_a_name_that_stands_twice_the_first_value_counts() =>
        Assert.Equal(
            "Failed to=b@example.net",
            LogLines.Brief(Reader, "type,rcpt,dsnStatus,rcpt", "rb,,,b@example.net"));

    [Fact]
    public void Reads_remote_bounces_queue_failures_and_complaints() =>
        Assert.Equal(
            "Failed reply=550 gone status=5.0.0 to=a@example.net from=s@example.org by=mx.example.net"
            + " || Delayed status=4.4.1 why=no-answer-from-host (no answer from host)"
            + " || Complaint why=abuse to=c@example.net by=fbl.example.net client=[203.0.113.5]",
            LogLines.Brief(
                Reader,
                "type,orig,rcpt,dsnStatus,dsnDiag,dsnReportingMta,bounceCat",
                "rb,s@example.org,a@example.net,5.0.0,smtp;550 gone,dns;mx.example.net,",
                "tq,,,4.4.1 (no answer from host),,,no-answer-from-host",
                "type,rcpt,feedbackType,reportingMta,repSourceIp",
                "f,c@example.net,abuse,dns; fbl.example.net,203.0.113.5"));

    [Fact]
    public void A_row_without_a_header_is_read_where_it_fits_the_stock_columns()
    {
        Assert.Equal(Read, LogLines.Brief(Reader, Bounce));
        var other = "b,2026-02-03 04:05:06,r@example.net,failed,5.1.1,smtp;550 5.1.1 no,mx.example.net";
        Assert.Equal("", LogLines.Brief(Reader, other));
        Assert.True(Reader.SeemsRefusal(System.Text.Encoding.UTF8.GetBytes(other)));
    }

    [Theory]
    [InlineData("d,2026-02-03 04:05:06,,s@example.org,r@example.net,,delivered,2.0.0 (success),smtp;250 ok")]
    [InlineData("r,2026-02-03 04:05:06,,s@example.org,r@example.net")]
    [InlineData("")]
    public void Passes_over(string row) => Assert.Equal("", LogLines.Brief(Reader, Header, row));

    [Fact]
    public void Recognises_headers_and_rows()
    {
        Assert.Equal(100, Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(Header)));
        Assert.True(Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(Bounce)) >= 50);
        Assert.Equal(0, Reader.Recognise("type of a thing, and more"u8));
    }

    [Fact]
    public void Reads_the_shared_headers_and_no_refusal_where_all_was_delivered()
    {
        var folder = SharedCorpus.Find("logs/powermta");
        Assert.SkipWhen(folder is null, "The shared collection is not on this machine.");
        foreach (var file in Directory.EnumerateFiles(folder!))
        {
            var lines = File.ReadAllLines(file);
            Assert.Equal(lines.Count(line => line.StartsWith("b,") || line.StartsWith("t,")), LogLines.Read(Reader, lines).Count);
            Assert.All(lines.Where(line => line.TrimStart('#').StartsWith("type,")), line => Assert.Equal(100, Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(line))));
        }
    }

    [Fact]
    public void Never_throws_and_stays_linear() => LogLines.NeverThrows(() => Reader, Header, Bounce, "#type,rcpt,dsnStatus");
}
