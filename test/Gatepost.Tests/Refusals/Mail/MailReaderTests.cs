using System.Text;
using Gatepost.Refusals;

namespace Gatepost.Tests.Refusals.Mail;

public class MailReaderTests
{
    private const string Arf = """
        From: fbl@example.net
        Subject: Abuse Report
        Date: Thu, 2 Apr 2026 10:00:05 +0200
        Content-Type: multipart/report; report-type="feedback-report"; boundary=a

        --a
        Content-Type: text/plain

        This is an email abuse report.
        --a
        Content-Type: message/feedback-report

        Feedback-Type: abuse
        User-Agent: ExampleFBL/1.0
        Version: 1
        Arrival-Date: Thu, 2 Apr 2026 09:00:00 +0200
        Source-IP: 192.0.2.25
        Original-Mail-From: <news@example.org>
        Original-Rcpt-To: bob@example.net
        Original-Rcpt-To: rfc822;carol@example.net

        --a
        Content-Type: message/rfc822

        From: news@example.org
        To: bob@example.net
        List-Id: <news.example.org>
        Subject: News

        hi
        --a--
        """;

    [Fact]
    public void A_feedback_report_gives_a_complaint_for_each_recipient()
    {
        var outcome = MailHelp.Read(Arf);
        Assert.Equal(InputFormat.Arf, outcome.Format);
        Assert.Equal(["bob@example.net", "carol@example.net"], outcome.Refusals.Select(static r => r.Recipient));
        var first = outcome.Refusals[0];
        Assert.Equal(RefusalKind.Complaint, first.Kind);
        Assert.Equal("Feedback-Type: abuse; User-Agent: ExampleFBL/1.0", first.Explanation);
        Assert.Equal(("192.0.2.25", "news@example.org"), (first.ClientAddress, first.Sender));
        Assert.Equal(9, first.Time!.Value.Hour);
        Assert.True(first.Original!.IsListMail);
    }

    [Fact]
    public void A_complaint_without_a_report_part_is_known_by_its_fields()
    {
        var outcome = MailHelp.Read("""
            From: staff@example.com
            Subject: complaint about message from 192.0.2.25
            Content-Type: multipart/mixed; boundary=a

            --a
            Content-Type: message/rfc822

            X-HmXmrOriginalRecipient: bob@example.net
            From: news@example.org
            Subject: News

            hi
            --a--
            """);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((RefusalKind.Complaint, "bob@example.net", "192.0.2.25"), (refusal.Kind, refusal.Recipient, refusal.ClientAddress));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied (vacation)\nSubject: Re: hello")]
    [InlineData("X-Autoreply: yes\nSubject: Re: hello")]
    [InlineData("Precedence: auto_reply\nSubject: Re: hello")]
    [InlineData("X-Auto-Response-Suppress: All\nSubject: Automatic reply: hello")]
    [InlineData("Subject: Out of Office: hello")]
    [InlineData("Subject: =?utf-8?B?6Ieq5YuV5b+c562U?=")]
    [InlineData("Subject: Abwesenheitsnotiz: hallo")]
    [InlineData("Subject: =?iso-8859-1?q?R=E9ponse_automatique_=3A?= bonjour")]
    public void Automatic_replies_are_known(string fields)
    {
        var outcome = MailHelp.Read($"From: Bob <bob@example.net>\nTo: alice@example.org\nDate: Thu, 2 Apr 2026 10:00:05 +0200\n{fields}\n\nI am away\nuntil Monday.\n");
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(InputFormat.AutoReply, outcome.Format);
        Assert.Equal((RefusalKind.AutoReply, "bob@example.net", "alice@example.org"), (refusal.Kind, refusal.Recipient, refusal.Sender));
        Assert.Equal("I am away until Monday.", refusal.Explanation);
    }

    [Theory]
    [InlineData("Subject: hello", "an ordinary mail")]
    [InlineData("Subject: Absences in the team", "an ordinary mail")]
    [InlineData("Subject: sale\nList-Unsubscribe: <mailto:x@example.com>", "a newsletter")]
    [InlineData("Subject: Read: hello\nContent-Type: multipart/report; report-type=disposition-notification; boundary=b", "a read receipt (disposition notification)")]
    [InlineData("Auto-Submitted: auto-generated\nSubject: your ticket", "an ordinary mail")]
    public void Other_mails_are_named(string fields, string instead)
    {
        var outcome = MailHelp.Read($"From: bob@example.net\nTo: alice@example.org\n{fields}\n\nhi\n");
        Assert.Equal((InputFormat.Mail, instead), (outcome.Format, outcome.Instead));
        Assert.Empty(outcome.Refusals);
    }

    [Theory]
    [InlineData("From: a@example.org\nTo: b@example.org\nSubject: x\nDate: now\n\nhi", 90, 100)]
    [InlineData("From MAILER-DAEMON Thu Apr  2 10:00:00 2026\nReturn-Path: <>\nSubject: x\n\nhi", 60, 100)]
    [InlineData("Subject: x\n\nhi", 10, 40)]
    [InlineData("550 5.7.1 relay access denied", 0, 0)]
    [InlineData("Apr  2 10:00:00 mx postfix/smtp[1]: 4ABC: to=<a@example.org>", 0, 0)]
    [InlineData("{\"From\": 1}", 0, 0)]
    [InlineData("220 mx.example.net ESMTP\nEHLO x\n250 ok\n", 0, 0)]
    [InlineData("", 0, 0)]
    public void Mails_are_recognised_and_other_texts_are_not(string text, int least, int most) =>
        Assert.InRange(new Gatepost.Refusals.Mail.MailReader().Recognise(new Document("test", Encoding.UTF8.GetBytes(text))), least, most);

    [Fact]
    public void An_event_that_came_by_mail_is_read_as_the_event()
    {
        var outcome = MailHelp.Read("""
            From: no-reply@sns.example.com
            Subject: AWS Notification Message
            x-amz-sns-message-id: 1

            {"notificationType":"Delivery","mail":{"source":"alice@example.org"},"delivery":{"timestamp":"2026-04-02T10:00:00Z","recipients":["bob@example.net"],"smtpResponse":"250 2.6.0 ok"}}

            --
            If you wish to stop receiving notifications, follow the link.
            """);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((RefusalKind.Delivered, "bob@example.net", 250), (refusal.Kind, refusal.Recipient, refusal.Reply.Code));
    }
}
