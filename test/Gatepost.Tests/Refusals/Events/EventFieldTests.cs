using Gatepost.Refusals;
using Gatepost.Refusals.Events;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Events;

public sealed class EventFieldTests
{
    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20.0000000+00:00")]
    [InlineData("1700000000.25", "2023-11-14T22:13:20.2500000+00:00")]
    [InlineData("1700000000250", "2023-11-14T22:13:20.2500000+00:00")]
    [InlineData("1700000000250000", "2023-11-14T22:13:20.2500000+00:00")]
    [InlineData("2024-09-06 23:22:40", "2024-09-06T23:22:40.0000000+00:00")]
    [InlineData("2016-04-27T16:28:50.3963933-04:00", "2016-04-27T16:28:50.3963933-04:00")]
    [InlineData("Thu, 02 Jan 2020 03:04:05 GMT", "2020-01-02T03:04:05.0000000+00:00")]
    [InlineData("yesterday at noon", null)]
    [InlineData("12", "1970-01-01T00:00:12.0000000+00:00")]
    [InlineData("1e300", null)]
    [InlineData("NaN", null)]
    [InlineData("-5", null)]
    [InlineData("", null)]
    public void Times_are_read(string text, string? expected) => Assert.Equal(expected, EventTime.Parse(text)?.ToString("O"));

    [Theory]
    [InlineData("550", 550)]
    [InlineData("421", 421)]
    [InlineData("498", null)]
    [InlineData("605", null)]
    [InlineData("5500", null)]
    [InlineData("", null)]
    public void Only_codes_that_SMTP_has_are_codes(string text, int? expected) => Assert.Equal(expected, EventText.SmtpCode(text));

    [Theory]
    [InlineData("Name <a@example.org>", "a@example.org")]
    [InlineData(" <a@example.org> ", "a@example.org")]
    [InlineData("a@example.org", "a@example.org")]
    [InlineData("\"x < y\" <a@example.org>", "a@example.org")]
    [InlineData("<>", null)]
    [InlineData(" ", null)]
    public void Addresses_are_bare(string text, string? expected) => Assert.Equal(expected, EventText.Address(text));

    [Fact]
    public void All_that_a_provider_says_is_kept()
    {
        var r = ReadEvents.One("""{"event-data":{"id":"e","event":"failed","severity":"permanent","reason":"bounce","recipient":"r@example.org","timestamp":1700000000.25,"envelope":{"sender":"s@example.net","sending-ip":"192.0.2.9"},"message":{"headers":{"to":"R <r@example.org>","message-id":"m@example.net","from":"F <f@example.net>","subject":"Hi"}},"delivery-status":{"code":550,"message":"5.7.1 no","mx-host":"mx.example.org","enhanced-code":"5.7.1"}}}""");
        Assert.Equal(("s@example.net", "mx.example.org", "192.0.2.9", "m@example.net", "mailgun"), (r.Sender, r.RemoteMta, r.ClientAddress, r.QueueId, r.Software));
        Assert.Equal(("f@example.net", "r@example.org", "Hi", "m@example.net"), (r.Original!.From, r.Original.To, r.Original.Subject, r.Original.MessageId));
        Assert.Equal(new SourceSpan("body", 1, 1, r.Source.Length), r.Source);
        Assert.False(r.RefusedByReporter);
    }

    [Fact]
    public void The_command_tells_the_phase()
    {
        var r = ReadEvents.One("""{"event":"bounce","bounce":"soft","rcpt":"r@example.org","message":"450 no","context":"MAIL FROM:<s@example.net>","host":"mx.example.org [192.0.2.1]","email_id":"m"}""");
        Assert.Equal((SmtpPhase.Mail, "MAIL FROM:<s@example.net>", "mx.example.org", "192.0.2.1", RefusalKind.Delayed), (r.Phase, r.Command, r.RemoteMta, r.RemoteAddress, r.Kind));
    }
}
