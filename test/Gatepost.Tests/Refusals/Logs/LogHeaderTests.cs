using System.Text;
using CsCheck;
using Gatepost.Refusals.Logs;

namespace Gatepost.Tests.Refusals.Logs;

public sealed class LogHeaderTests
{
    private const string Message = "4104E3D: to=<a@example.org>, relay=none";

    [Theory]
    [InlineData("Nov  1 00:00:00 mail postfix/smtp[130]: ", "??-11-01T00:00:00", "mail", "postfix/smtp", 130)]
    [InlineData("Jul 4 23:59:59 mail postfix/smtp[130]: ", "??-07-04T23:59:59", "mail", "postfix/smtp", 130)]
    [InlineData("Jul  4 2024 23:59:59 mail postfix/smtp[130]: ", "2024-07-04T23:59:59", "mail", "postfix/smtp", 130)]
    [InlineData("Απρ  9 01:02:03 mail exim[7]: ", "??-04-09T01:02:03", "mail", "exim", 7)]
    [InlineData("Mär  9 01:02:03 mail exim[7]: ", "??-03-09T01:02:03", "mail", "exim", 7)]
    [InlineData("févr.  9 01:02:03 mail exim[7]: ", "??-02-09T01:02:03", "mail", "exim", 7)]
    [InlineData("11月  9 01:02:03 mail exim[7]: ", "??-11-09T01:02:03", "mail", "exim", 7)]
    [InlineData("Xyz  9 01:02:03 mail exim[7]: ", "??-00-09T01:02:03", "mail", "exim", 7)]
    [InlineData("Nov  1 00:00:00 <mail.notice> mail sm-mta[9]: ", "??-11-01T00:00:00", "mail", "sm-mta", 9)]
    [InlineData("<22>Nov  1 00:00:00 mail sm-mta[9]: ", "??-11-01T00:00:00", "mail", "sm-mta", 9)]
    [InlineData("<22>1 2024-08-25T12:31:56.5Z mail postfix/smtp 130 - [x@1 a=\"]\"] ", "2024-08-25T12:31:56.5+00:00", "mail", "postfix/smtp", 130)]
    [InlineData("2024-08-25T12:31:56.154748+00:00 host postfix/smtp[130]: ", "2024-08-25T12:31:56.154748+00:00", "host", "postfix/smtp", 130)]
    [InlineData("2024-08-25T12:31:56-0330 host postfix/smtp[130]: ", "2024-08-25T12:31:56-03:30", "host", "postfix/smtp", 130)]
    [InlineData("2026-09-18T05:39:26.000000+00:00 INFO    postfix/smtp[990]: ", "2026-09-18T05:39:26+00:00", "", "postfix/smtp", 990)]
    [InlineData("2019-09-21 09:13:15 host prog[12]: ", "2019-09-21T09:13:15", "host", "prog", 12)]
    [InlineData("2019-09-21 09:13:15,250 +0200 host prog[12]: ", "2019-09-21T09:13:15.25+02:00", "host", "prog", 12)]
    [InlineData("postfix-mailcow_1    | Jun 26 10:00:00 mail postfix/smtp[130]: ", "??-06-26T10:00:00", "mail", "postfix/smtp", 130)]
    [InlineData("mail-1  | postfix/smtp[130]: ", "", "", "postfix/smtp", 130)]
    [InlineData("30/9/2017, 00:10:17 | info | ", "2017-09-30T00:10:17", "", "", null)]
    [InlineData("9/30/2017, 12:10:17 AM | info | ", "2017-09-30T00:10:17", "", "", null)]
    [InlineData("[30/Dec/2013 05:27:59] ", "2013-12-30T05:27:59", "", "", null)]
    [InlineData("postfix/smtpd[130]: ", "", "", "postfix/smtpd", 130)]
    [InlineData("postfix/smtpd: ", "", "", "postfix/smtpd", null)]
    [InlineData("", "", "", "", null)]
    [InlineData("Nov 24 10:00:00 eugeni/eugeni postfix/smtpd[5]: ", "??-11-24T10:00:00", "eugeni/eugeni", "postfix/smtpd", 5)]
    [InlineData("Thu 2024-08-25 12:31:56 UTC host postfix/smtp[130]: ", "2024-08-25T12:31:56+00:00", "host", "postfix/smtp", 130)]
    [InlineData("1724588316.154748 host postfix/smtp[130]: ", "2024-08-25T12:18:36.154748+00:00", "host", "postfix/smtp", 130)]
    [InlineData("2024-08-25T12:31:56.154748001Z stdout F Aug 25 12:31:56 pod postfix/smtp[130]: ", "2024-08-25T12:31:56.154748+00:00", "pod", "postfix/smtp", 130)]
    [InlineData("[pod/mail-0/postfix] postfix/smtp[130]: ", "", "", "postfix/smtp", 130)]
    [InlineData("Nov  1 00:00:00 sun postfix/smtp[130]: [ID 197553 mail.info] ", "??-11-01T00:00:00", "sun", "postfix/smtp", 130)]
    [InlineData("@4000000065f0c2d01a2b3c4c ", "2024-03-12T21:01:58.4390411+00:00", "", "", null)]
    [InlineData("\0\0\0Nov  1 00:00:00 mail postfix/smtp[130]: ", "??-11-01T00:00:00", "mail", "postfix/smtp", 130)]
    public void Every_form_is_read(string header, string stamp, string host, string program, int? pid)
    {
        var line = Encoding.UTF8.GetBytes(header + Message);
        var read = LogHeader.Read(line);
        Assert.Equal(Message, Encoding.UTF8.GetString(line.AsSpan(read.MessageStart)));
        Assert.Equal(stamp, Show(read.Stamp));
        Assert.Equal(host, Encoding.UTF8.GetString(read.Host));
        Assert.Equal(program, Encoding.UTF8.GetString(read.Program));
        Assert.Equal(pid, read.Pid);
    }

    [Theory]
    [InlineData("2024-01-01 10:00:00 1tk2b3-006Xtp-0N ** a@example.org: text", "1tk2b3-006Xtp-0N ** a@example.org: text")]
    [InlineData("2024-01-01 10:00:00 +0100 [123] H=x (y) [192.0.2.1] F=<> rejected", "[123] H=x (y) [192.0.2.1] F=<> rejected")]
    [InlineData("2024-01-01 10:00:00 SMTP connection: from x", "SMTP connection: from x")]
    [InlineData("NOQUEUE: reject: RCPT from x", "NOQUEUE: reject: RCPT from x")]
    [InlineData("Nov  1 00:00:00 mail NOQUEUE: reject: x", "mail NOQUEUE: reject: x")]
    [InlineData("Nov  1 00:00:00 NOQUEUE: reject: x", "NOQUEUE: reject: x")]
    public void What_is_no_tag_stays_in_the_message(string line, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var read = LogHeader.Read(bytes);
        Assert.Equal(message, Encoding.UTF8.GetString(bytes.AsSpan(read.MessageStart)));
        Assert.True(read.Program.IsEmpty);
    }

    [Fact]
    public void Reading_allocates_nothing_and_never_throws()
    {
        var pieces = Gen.OneOf(new[] { "Nov  1 ", "00:00:00 ", "<22>", "<22>1 ", "2024-08-25T12:31:56.1Z ", "a | ", "| ", "30/9/2017, ", "mail ", "postfix/smtp[130]: ",
            "[", "]", ":", " ", "\0", "\uFEFF", "月", "@4000000065f0c2d01a2b3c4d", "[pod/", "stdout F ", "99999999999", "-", "+", "\"", "\\", "Mon " }.Select(s => Gen.Const(s)).ToArray());
        pieces.Array[0, 9].Sample(parts =>
        {
            var line = Encoding.UTF8.GetBytes(string.Concat(parts));
            for (var cut = 0; cut <= line.Length; cut++) Assert.InRange(LogHeader.Read(line.AsSpan(0, cut)).MessageStart, 0, cut);
        });

        var known = "Nov  1 00:00:00 mail postfix/smtp[130]: x"u8.ToArray();
        LogHeader.Read(known);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) LogHeader.Read(known);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Show(LogStamp stamp)
    {
        if (!stamp.IsPresent) return "";
        var fraction = stamp.TimeOfDay.Ticks % TimeSpan.TicksPerSecond;
        var tail = fraction == 0 ? "" : "." + fraction.ToString("D7").TrimEnd('0');
        var offset = stamp.Offset is { } o ? (o < TimeSpan.Zero ? "-" : "+") + o.ToString("hh\\:mm") : "";
        return $"{stamp.Year?.ToString("D4") ?? "??"}-{stamp.Month:D2}-{stamp.Day:D2}T{stamp.TimeOfDay.ToString("hh\\:mm\\:ss")}{tail}{offset}";
    }
}
