using Gatepost.Refusals.Logs.Exchange;

namespace Gatepost.Tests.Refusals.Logs.Exchange;

public sealed class TrackingReaderTests
{
    private static TrackingReader Reader => new(LogLines.Clock);

    private const string Header = "\uFEFF#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,sender-address,return-path,message-info";
    private const string Seen = " time=2026-02-03T04:05:06.789+00:00 id=m@example.org";

    private static string Row(string source, string @event, string recipients, string status) =>
        $"2026-02-03T04:05:06.789Z,,,,EX01,,,{source},{@event},4711,<m@example.org>,n,{recipients},\"{status.Replace("\"", "\"\"", StringComparison.Ordinal)}\",100,1,,,\"Subject, with comma\",s@example.org,s@example.org,";

    public static TheoryData<string, string> Rows => new()
    {
        {
            Row("SMTP", "FAIL", "r@example.net", "[{LRT=2/3/2026 4:05:00 AM};{LED=550 5.7.1 Unable to relay; see {x}};{FQDN=mx.example.net};{IP=192.0.2.1}]"),
            "Failed reply=550 5.7.1 Unable to relay; see {x} to=r@example.net from=s@example.org remote=mx.example.net [192.0.2.1]" + Seen
        },
        {
            Row("ROUTING", "FAIL", "r@example.net", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"),
            "Failed reply=550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup to=r@example.net from=s@example.org by=EX01 own" + Seen
        },
        {
            Row("SMTP", "DEFER", "a@example.net;b@example.net", "[{LED=451 4.7.1 one; two}];[{LED=450 4.2.0 three}]"),
            "Delayed reply=451 4.7.1 one; two to=a@example.net from=s@example.org" + Seen + " || Delayed reply=450 4.2.0 three to=b@example.net from=s@example.org" + Seen
        },
        {
            Row("STOREDRIVER", "FAIL", "a@example.net;b@example.net", "550 5.1.1 one; two;554 5.2.0 three"),
            "Failed reply=550 5.1.1 one; two to=a@example.net from=s@example.org by=EX01" + Seen + " || Failed reply=554 5.2.0 three to=b@example.net from=s@example.org by=EX01" + Seen
        },
        { Row("DSN", "DSN", "s@example.org", "550 5.7.1 Unable to relay"), "Failed reply=550 5.7.1 Unable to relay to=s@example.org from=s@example.org by=EX01" + Seen },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads(string row, string expected) => Assert.Equal(expected, LogLines.Brief(Reader, Header, row));

    [Fact]
    public void Passes_over_what_is_no_refusal()
    {
        Assert.Equal("", LogLines.Brief(Reader, Header, Row("SMTP", "SEND", "r@example.net", "250 2.1.5 Recipient OK ,FAIL,")));
        Assert.Equal("", LogLines.Brief(Reader, Header, Row("DSN", "DSN", "s@example.org", "")));
        Assert.Equal("", LogLines.Brief(Reader, Row("SMTP", "FAIL", "r@example.net", "550 5.7.1 no")));
    }

    [Fact]
    public void Recognises_its_own_header_only()
    {
        Assert.Equal(100, Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(Header)));
        Assert.Equal(0, Reader.Recognise("#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context"u8));
    }

    [Fact]
    public void Leaves_the_shared_protocol_logs_alone()
    {
        var folder = SharedCorpus.Find("logs/exchange");
        Assert.SkipWhen(folder is null, "The shared collection is not on this machine.");
        var lines = Directory.EnumerateFiles(folder!).SelectMany(File.ReadLines).ToList();
        Assert.Empty(LogLines.Read(Reader, lines));
        Assert.All(lines, line => Assert.Equal(0, Reader.Recognise(System.Text.Encoding.UTF8.GetBytes(line))));
    }

    [Fact]
    public void Never_throws_and_stays_linear() => LogLines.NeverThrows(() => Reader, [Header, .. Rows.Select(row => row.Data.Item1)]);
}
