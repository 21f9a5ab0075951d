using System.Text;
using Gatepost.Refusals;
using Gatepost.Refusals.Inputs;

namespace Gatepost.Tests.Refusals.Inputs;

public sealed class FormatDetectorTests
{
    private static ReadItem Read(byte[] bytes, InputFormat forced = InputFormat.Unknown) => new RefusalSource(forced: forced).Read("x", bytes)[0];

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData(" \r\n\t\n", "a file with nothing but blanks")]
    [InlineData("\0\0\0\0", "a file of zero bytes")]
    [InlineData("PK\u0003\u0004....[Content_Types].xml....xl/workbook.xml", "a spreadsheet")]
    [InlineData("PK\u0003\u0004....mail.eml", "a ZIP archive")]
    [InlineData("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1", "an Outlook .msg file")]
    [InlineData("%PDF-1.7\n", "a PDF")]
    [InlineData("\u0089PNG\r\n\u001A\n", "a PNG")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "a JPEG")]
    [InlineData("\u007FELF\u0002\u0001", "a program")]
    [InlineData("\u0028\u00B5\u002F\u00FD\u0004", "a zstd archive")]
    [InlineData("\u00FD7zXZ\0", "an xz archive")]
    [InlineData("BZh91AY&SY", "a bzip2 archive")]
    [InlineData("SQLite format 3\0", "an SQLite database")]
    [InlineData("{\\rtf1\\ansi", "a rich text")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006abc\u0001\u0002\u0003", "binary data")]
    public void What_cannot_hold_a_refusal_is_named(string text, string instead)
    {
        var item = Read(Encoding.Latin1.GetBytes(text));
        Assert.Empty(item.Outcome.Refusals);
        Assert.StartsWith(instead, item.Outcome.Instead, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_that_is_asked_for_is_taken()
    {
        var body = """{"email":"a@example.org","reason":"550 5.1.1 no such user","event":"bounce"}"""u8.ToArray();
        Assert.Equal(InputFormat.Event, Read(body).Outcome.Format);
        Assert.Equal(InputFormat.SendGrid, Read("""[{"email":"a@example.org","sg_event_id":"1","reason":"550 no","event":"bounce"}]"""u8.ToArray(), InputFormat.SendGrid).Outcome.Format);
    }

    [Theory]
    [InlineData("550 5.7.1 <r@example.org>: Relay access denied", InputFormat.Text)]
    [InlineData("Nov  1 00:00:00 mx postfix/smtp[990]: 4F1A2B3C4D: to=<u@example.org>, relay=mx.example.org[192.0.2.1]:25, delay=1, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.1] said: 550 5.1.1 no such user (in reply to RCPT TO command))", InputFormat.Postfix)]
    [InlineData("220 mx.example.org ESMTP\nEHLO c.example.net\n250 mx.example.org\nMAIL FROM:<s@example.net>\n250 OK\nRCPT TO:<r@example.org>\n550 5.7.1 Relaying denied\nQUIT\n221 bye\n", InputFormat.Transcript)]
    [InlineData("[{\"event\":\"bounce\",\"email\":\"r@example.org\",\"sg_event_id\":\"e\",\"reason\":\"550 5.1.1 no\"}]", InputFormat.SendGrid)]
    [InlineData("{\"note\":\"550 5.7.1 <r@example.org>: Relay access denied\"}", InputFormat.Text)]
    public void Each_kind_goes_to_its_reader(string text, InputFormat format)
    {
        var item = Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal(format, item.Outcome.Format);
        Assert.NotEmpty(item.Outcome.Refusals);
    }
}
