using Gatepost.Refusals.Logs.KumoMta;

namespace Gatepost.Tests.Refusals.Logs.KumoMta;

public sealed class KumoMtaReaderTests
{
    private static KumoMtaReader Reader => new();

    private const string Bounce = """{"type":"Bounce","id":"0a1b","sender":"s@example.org","recipient":"r@example.net","queue":"c:t@example.net","site":"x","size":0,"response":{"code":550,"enhanced_code":{"class":5,"subject":7,"detail":1},"content":"<r@example.net>: Relay access denied","command":"RCPT TO:<r@example.net>\r\n"},"peer_address":{"name":"mx.example.net.","addr":"192.0.2.1"},"timestamp":1770091506,"num_attempts":1,"bounce_classification":"Uncategorized","egress_source":"a","nodeid":"n"}""";

    public static TheoryData<string, string> Lines => new()
    {
        { Bounce, "Failed reply=550 5.7.1 <r@example.net>: Relay access denied to=r@example.net from=s@example.org at=Rcpt cmd=RCPT TO:<r@example.net> remote=mx.example.net [192.0.2.1] time=2026-02-03T04:05:06+00:00 id=0a1b" },
        {
            """{"type":"TransientFailure","id":"0a1b","sender":"","recipient":["a@example.net","b@example.net"],"response":{"code":451,"enhanced_code":null,"content":"4.7.1 later","command":"."},"peer_address":{"name":"mx.example.net","addr":"[2001:db8::1]:25"},"event_time":"2026-02-03T04:05:06.5Z","bounce_classification":"RateLimited"}""",
            string.Join(" || ", "ab".Select(who => $"Delayed reply=451 4.7.1 later why=RateLimited to={who}@example.net from= at=EndOfData remote=mx.example.net [2001:db8::1]:25 time=2026-02-03T04:05:06.5+00:00 id=0a1b"))
        },
        {
            """{"type":"Rejection","id":"0a1b","sender":"s@example.org","recipient":"r@example.net","response":{"code":550,"enhanced_code":{"class":5,"subject":7,"detail":1},"content":"relaying not permitted","command":null},"peer_address":{"name":"helo.example.org","addr":"198.51.100.7"},"meta":{"authn_id":"joe"},"num_attempts":0}""",
            "Failed reply=550 5.7.1 relaying not permitted to=r@example.net from=s@example.org own client=[198.51.100.7] helo=helo.example.org login=joe auth=Used id=0a1b"
        },
        { """{"type":"AdminBounce","id":"0a1b","sender":"s@example.org","recipient":"r@example.net","response":{"code":551,"enhanced_code":{"class":5,"subject":7,"detail":1},"content":"Administrator bounced it","command":null},"peer_address":null,"egress_pool":"p","nodeid":"n"}""", "Failed reply=551 5.7.1 Administrator bounced it to=r@example.net from=s@example.org own id=0a1b" },
        { """{"type":"Expiration","id":"0a1b","sender":"s@example.org","recipient":"r@example.net","response":{"code":551,"enhanced_code":{"class":5,"subject":4,"detail":7},"content":"too old","command":null},"num_attempts":9,"nodeid":"n"}""", "Failed reply=551 5.4.7 too old to=r@example.net from=s@example.org id=0a1b" },
        { """{"type": "OOB", "id": "0a1b", "recipient": "r@example.net", "response": {"code": 550, "enhanced_code": null, "content": "gone"}, "nodeid": "n", "egress_pool": ""}""", "Failed reply=550 gone to=r@example.net id=0a1b" },
        { """{"type":"Feedback","id":"0a1b","sender":"fbl@example.net","recipient":"fbl@example.org","feedback_report":{"feedback_type":"abuse","original_mail_from":"s@example.org","original_rcpt_to":["r@example.net"]},"nodeid":"n","egress_pool":null}""", "Complaint why=abuse to=r@example.net from=s@example.org id=0a1b" },
    };

    public static TheoryData<string> Others =>
    [
        """{"type":"Delivery","id":"0a1b","sender":"s@example.org","recipient":"r@example.net","response":{"code":250,"content":"no \"Bounce\""},"nodeid":"n"}""",
        """{"type":"Reception","id":"0a1b","meta":{"x":"Rejection"},"nodeid":"n"}""",
        """{"kind":"Bounce"}""",
        """["Bounce"]""",
        "",
    ];

    [Fact]
    public void A_cut_record_tells_what_stands_before_the_cut() =>
        Assert.Equal("Failed to=r@example.net from=s@example.org id=0a1b", LogLines.Brief(Reader, Bounce[..Bounce.IndexOf(",\"queue", StringComparison.Ordinal)]));

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
