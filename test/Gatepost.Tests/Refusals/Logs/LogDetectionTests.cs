using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class LogDetectionTests
{
    private const string Delivery = "Nov  1 00:00:00 mail postfix/smtp[1]: 4104E3D: to=<a@example.org>, relay=none, dsn=5.0.0, status=bounced (x)\n";
    private const string Kernel = "Nov  1 00:00:00 mail kernel: something else\n";

    [Theory]
    [InlineData(Delivery)]
    [InlineData("\0\0" + Delivery)]
    [InlineData("NOQUEUE: reject: RCPT from unknown[192.0.2.7]: 554 5.7.1 <r@example.org>: Relay access denied; from=<s> to=<r> proto=ESMTP helo=<h>")]
    [InlineData("Nov  1 00:00:00 mail mx-out/smtpd[1]: connect from unknown[192.0.2.7]\r\nNov  1 00:00:01 mail mx-out/smtpd[1]: x\r\n")]
    [InlineData("{\"MESSAGE\":\"removed\",\"SYSLOG_IDENTIFIER\":\"postfix/qmgr\"}\n")]
    public void Postfix_is_told(string head)
    {
        var detected = Detect(head);
        Assert.Equal(InputFormat.Postfix, detected.Readers[0].Format);
        Assert.InRange(detected.Score, 60, 100);
    }

    [Theory]
    [InlineData("")]
    [InlineData("From: a@example.org\nSubject: postfix: a question\n\nNOQUEUE it said.\n")]
    [InlineData("{\"event\":\"bounce\"}")]
    [InlineData("550 5.7.1 Relay access denied")]
    public void What_is_no_log_is_none(string head) => Assert.Empty(Detect(head).Readers);

    [Fact]
    public void A_log_of_many_programs_gets_all_readers_that_can_share_one()
    {
        var detected = Detect(string.Concat(Enumerable.Repeat(Kernel, 20)));
        Assert.Contains(detected.Readers, static reader => reader.Format == InputFormat.Postfix);
        Assert.All(detected.Readers, static reader => Assert.True(reader.IsStateless && reader.Needles.Count > 0));
        Assert.InRange(detected.Score, 1, 49);
        Assert.True(Detect(Delivery + Kernel).Readers.Count >= detected.Readers.Count);
        Assert.Single(Detect(Delivery + Delivery).Readers);
    }

    [Fact]
    public void A_text_that_quotes_a_log_line_is_less_sure() =>
        Assert.InRange(Detect("Hello,\nwhat does this mean?\n" + Delivery + "Thanks,\nA\n").Score, 1, 50);

    private static LogDetection Detect(string head) => LogDetection.Detect(
        Encoding.UTF8.GetBytes(head), LogReaders.All(new LogClock(new FixedTime(DateTimeOffset.UnixEpoch)), ReadLimits.Default));
}
