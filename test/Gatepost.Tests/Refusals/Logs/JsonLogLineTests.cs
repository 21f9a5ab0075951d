using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;
using Gatepost.Tests.Refusals.Logs.Postfix;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class JsonLogLineTests
{
    [Theory]
    [InlineData("""{"__REALTIME_TIMESTAMP":"1724588316154748","_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"postfix/smtp","_PID":"7","SYSLOG_PID":"130","MESSAGE":"a \"b\" \u003cc\u003e"}""",
        "2024-08-25T12:18:36.154748+00:00 mail postfix/smtp[130]: a \"b\" <c>")]
    [InlineData("""{"MESSAGE":"m","SYSLOG_IDENTIFIER":"exim"}""", "exim: m")]
    [InlineData("""{"MESSAGE":[97,98,255],"X":{"MESSAGE":"no"}}""", "ab\uFFFD")]
    [InlineData("""{"log":"Nov  1 00:00:00 mail exim[7]: x\n","stream":"stdout","time":"2024-01-01T00:00:00.5Z"}""", "2024-01-01T00:00:00.5Z Nov  1 00:00:00 mail exim[7]: x")]
    [InlineData("""{"_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"exim","MESSAGE":"whole","_SOURCE":"cut of""", "exim: whole")]
    public void A_plain_line_comes_out(string line, string expected)
    {
        Assert.True(new JsonLogLine().TryUnwrap(Encoding.UTF8.GetBytes(line), out var plain));
        Assert.Equal(expected, Encoding.UTF8.GetString(plain));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"type":"Bounce","log_name":"x"}""")]
    [InlineData("""{"MESSAGE":null}""")]
    [InlineData("""{"MESSAGE":{"a":1}}""")]
    [InlineData("""{"MESSAGE":"cut""")]
    [InlineData("""Nov  1 00:00:00 mail x: "MESSAGE":"a" """)]
    public void Other_lines_stay(string line) => Assert.False(new JsonLogLine().TryUnwrap(Encoding.UTF8.GetBytes(line), out _));

    [Fact]
    public void Readers_need_not_know()
    {
        var log = Encoding.UTF8.GetBytes("""
            {"__REALTIME_TIMESTAMP":"1724588316154748","_HOSTNAME":"mail","SYSLOG_IDENTIFIER":"postfix/qmgr","MESSAGE":"4104E3D: from=<a@example.org>, status=expired, returned to sender"}

            """);
        var found = new List<Refusal>();
        LogScanner.Scan(new MemoryStream(log), "j", [PostfixDeliveryTests.Reader], found.Add, cancel: TestContext.Current.CancellationToken);
        Assert.Equal("a@example.org", Assert.Single(found).Sender);
        Assert.Equal("mail", found[0].ReportingMta);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1724588316154).AddTicks(7480), found[0].Time);
    }
}
