using System.Text;
using Gatepost.Refusals;
using Gatepost.Smtp;

namespace Gatepost.Tests.Refusals.Mail.Dsn;

public class DsnReaderTests
{
    private const string PostfixText = """
        This is the mail system at host relay.example.org.

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients. It's attached below.

        <bob@example.net> (expanded from <team@example.org>): host
            mx.example.net[192.0.2.25]:25 said: 554 5.7.1 <bob@example.net>: Relay access
            denied (in reply to RCPT TO command)
        """;

    [Fact]
    public void A_Postfix_report_reads_whole()
    {
        var mail = MailHelp.Report(
            "Reporting-MTA: dns; relay.example.org\nX-Postfix-Queue-ID: 4ABC\nX-Postfix-Sender: rfc822; alice@example.org\n"
            + "Arrival-Date: Thu,  2 Apr 2026 10:00:00 +0200 (CEST)\n\n"
            + "Final-Recipient: rfc822; bob@example.net\nOriginal-Recipient: rfc822;team@example.org\nAction: failed\nStatus: 5.7.1\n"
            + "Remote-MTA: dns; mx.example.net\nDiagnostic-Code: smtp; 554 5.7.1 <bob@example.net>: Relay access\n    denied\n",
            PostfixText,
            "Return-Path: <alice@example.org>\nReceived: from pc (pc [198.51.100.7])\n\tby relay.example.org (Postfix) with ESMTPSA id 4ABC\n"
            + "From: Alice <alice@example.org>\nTo: team@example.org\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\nMessage-ID: <1@example.org>\nPrecedence: Bulk\n\nhi\n");
        var refusal = Assert.Single(MailHelp.Read(Encoding.UTF8.GetBytes(mail)).Refusals);
        Assert.Equal(InputFormat.Dsn, refusal.Format);
        Assert.Equal(RefusalKind.Failed, refusal.Kind);
        Assert.Equal("bob@example.net", refusal.Recipient);
        Assert.Equal("team@example.org", refusal.OriginalRecipient);
        Assert.Equal("554 5.7.1 <bob@example.net>: Relay access denied", refusal.Reply.ToString());
        Assert.Equal("5.7.1", refusal.ReportedStatus.ToString());
        Assert.Equal(SmtpPhase.Rcpt, refusal.Phase);
        Assert.Equal("mx.example.net", refusal.RemoteMta);
        Assert.Equal("192.0.2.25", refusal.RemoteAddress);
        Assert.Equal(25, refusal.RemotePort);
        Assert.Equal("relay.example.org", refusal.ReportingMta);
        Assert.Equal("postfix", refusal.Software);
        Assert.Equal("4ABC", refusal.QueueId);
        Assert.Equal("alice@example.org", refusal.Sender);
        Assert.Equal(new DateTimeOffset(2026, 4, 2, 10, 0, 0, TimeSpan.FromHours(2)), refusal.Time);
        Assert.Equal(mail[..mail.IndexOf("Final-Recipient", StringComparison.Ordinal)].Split('\n').Length, refusal.Source.Line);
        Assert.Empty(refusal.Notes);
        var original = refusal.Original!;
        Assert.Equal(("alice@example.org", "alice@example.org", "team@example.org"), (original.ReturnPath, original.From, original.To));
        Assert.Equal(("Grüße", "1@example.org", "bulk"), (original.Subject, original.MessageId, original.Precedence));
        Assert.True(original.ReceivedWithAuth);
        Assert.False(original.HeadersOnly);
    }

    [Fact]
    public void A_Sendmail_report_takes_phase_host_and_command_from_the_dialog()
    {
        var mail = MailHelp.Report(
            "Reporting-MTA: dns; relay.example.org\n\nFinal-Recipient: RFC822; bob@example.net\nAction: failed\nStatus: 5.1.1\nLast-Attempt-Date: Thu, 2 Apr 2026 10:00:04 +0200\n",
            """
               ----- The following addresses had permanent fatal errors -----
            <bob@example.net>
                (reason: 550 5.1.1 no such user)
                (expanded from: <team@example.org>)

               ----- Transcript of session follows -----
            ... while talking to mx.example.net.:
            >>> MAIL From:<alice@example.org>
            <<< 250 ok
            >>> RCPT To:<bob@example.net>
            <<< 550-5.1.1 no such user
            <<< 550 5.1.1 ask the postmaster
            550 5.1.1 <bob@example.net>... User unknown
            """);
        var refusal = Assert.Single(MailHelp.Read(mail).Refusals);
        Assert.Equal("550 5.1.1 no such user", refusal.Reply.ToString());
        Assert.Equal(SmtpPhase.Rcpt, refusal.Phase);
        Assert.Equal("RCPT To:<bob@example.net>", refusal.Command);
        Assert.Equal("mx.example.net", refusal.RemoteMta);
        Assert.Equal("team@example.org", refusal.OriginalRecipient);
        Assert.Equal("sendmail", refusal.Software);
        Assert.Equal(4, refusal.Time!.Value.Second);
    }

    [Theory]
    [InlineData("message/delivery_status")]
    [InlineData("message/deliverystatus")]
    [InlineData("message/delivery-report")]
    [InlineData("text/plain; charset=us-ascii")]
    [InlineData("message/global-delivery-status")]
    [InlineData("application/octet-stream")]
    [InlineData("MESSAGE/Delivery-Status; charset=utf-8")]
    public void The_report_part_may_be_typed_otherwise(string type) =>
        AssertUsual(MailHelp.Read(MailHelp.Report(MailHelp.Status, "Your mail failed.", statusType: type)));

    [Fact]
    public void The_report_part_may_be_base64()
    {
        var encoded = Convert.ToBase64String(Encoding.ASCII.GetBytes(MailHelp.Status), Base64FormattingOptions.InsertLineBreaks);
        AssertUsual(MailHelp.Read(MailHelp.Report(encoded, statusType: "message/delivery-status\nContent-Transfer-Encoding: base64")));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_do_not_matter(string end) =>
        AssertUsual(MailHelp.Read(MailHelp.Report(MailHelp.Status, "Your mail failed.").ReplaceLineEndings(end)));

    [Fact]
    public void A_report_without_boundaries_is_read_from_the_text()
    {
        var mail = "From: MAILER-DAEMON@relay.example.org\nTo: alice@example.org\nContent-Type: multipart/report; boundary=gone\n\nYour mail failed.\n\n"
            + MailHelp.Status + "\nReturn-Path: <alice@example.org>\nReceived: from x\nSubject: hello\n\nhi\n";
        var refusal = AssertUsual(MailHelp.Read(mail));
        Assert.Equal("hello", refusal.Original?.Subject);
    }

    [Fact]
    public void Groups_may_lack_blank_lines_and_have_stray_ones()
    {
        var mail = MailHelp.Report("""
            Reporting-MTA: dns; relay.example.org
            Final-Recipient: rfc822; a@example.net
            Action: failed
            Status: 5.1.1

            Diagnostic-Code: smtp; 550 5.1.1 no a
            Final-Recipient: rfc822; b@example.net
            Action: delayed
            Status: 4.2.2
            Diagnostic-Code: smtp; 452 4.2.2
             full
            try later

            Original-Recipient: rfc822; c@example.net
            Final-Recipient: rfc822; c@example.net
            Action: delivered
            Status: 2.0.0

            """);
        var refusals = MailHelp.Read(mail).Refusals;
        Assert.Equal(["a@example.net", "b@example.net", "c@example.net"], refusals.Select(static r => r.Recipient));
        Assert.Equal([RefusalKind.Failed, RefusalKind.Delayed, RefusalKind.Delivered], refusals.Select(static r => r.Kind));
        Assert.Equal(["550 5.1.1 no a", "452 4.2.2 full try later", ""], refusals.Select(static r => r.Reply.ToString()));
        Assert.Equal([13, 18, 25], refusals.Select(static r => r.Source.Line));
    }

    [Theory]
    [InlineData("rfc822;bob@example.net", "bob@example.net")]
    [InlineData("RFC822; <bob@example.net>", "bob@example.net")]
    [InlineData("bob@example.net", "bob@example.net")]
    [InlineData("rfc822; bob@example.net (Bob)", "bob@example.net")]
    [InlineData("rfc822;smtp:bob@example.net", "bob@example.net")]
    [InlineData("utf-8; b\\x{F6}b@example.net", "böb@example.net")]
    [InlineData("utf-8; \\x{1F408}\\x{110000}@example.net", "🐈\\x{110000}@example.net")]
    [InlineData("x400; /C=AT/S=Bob/", "/C=AT/S=Bob/")]
    [InlineData("rfc822; \"bob b\"@example.net", "\"bob b\"@example.net")]
    [InlineData("rfc822;", null)]
    public void Final_Recipient_reads_in_every_form(string value, string? recipient) =>
        Assert.Equal(recipient, Gatepost.Refusals.Mail.Dsn.DsnAddress.Recipient(Encoding.UTF8.GetBytes(value)));

    [Theory]
    [InlineData("dns; mx.example.net", "mx.example.net", null)]
    [InlineData("dns;mx.example.net. (192.0.2.1, the server for the domain example.net.)", "mx.example.net", "192.0.2.1")]
    [InlineData("dns; [192.0.2.1]", "[192.0.2.1]", "192.0.2.1")]
    [InlineData("dns; mx.example.net[2001:db8::1]:25", "mx.example.net", "2001:db8::1")]
    [InlineData("mx.example.net", "mx.example.net", null)]
    [InlineData("", null, null)]
    public void Hosts_read_in_every_form(string value, string? host, string? address)
    {
        Assert.Equal(host, Gatepost.Refusals.Mail.Dsn.DsnAddress.Host(Encoding.ASCII.GetBytes(value), out var found));
        Assert.Equal(address, found);
    }

    [Theory]
    [InlineData("host mx.example.net[192.0.2.1] refused to talk to me: 554 no", SmtpPhase.Connect, "554 no")]
    [InlineData("connect to mx.example.net[192.0.2.1]:25: Connection timed out", SmtpPhase.Connect, "connect to mx.example.net[192.0.2.1]:25: Connection timed out")]
    [InlineData("host mx.example.net[192.0.2.1] said: 550 spam (in reply to end of DATA command)", SmtpPhase.EndOfData, "550 spam")]
    [InlineData("lost connection with mx.example.net[192.0.2.1] while sending RCPT TO", SmtpPhase.Rcpt, "lost connection with mx.example.net[192.0.2.1] while sending RCPT TO")]
    public void Postfix_words_give_phase_and_reply_where_the_fields_have_none(string words, SmtpPhase phase, string reply)
    {
        var mail = MailHelp.Report("Reporting-MTA: dns; relay.example.org\n\nFinal-Recipient: rfc822; bob@example.net\nAction: failed\nStatus: 5.0.0\n", "<bob@example.net>: " + words);
        var refusal = Assert.Single(MailHelp.Read(mail).Refusals);
        Assert.Equal(phase, refusal.Phase);
        Assert.Equal(reply, refusal.Reply.ToString());
        Assert.Equal("192.0.2.1", refusal.RemoteAddress);
    }

    [Fact]
    public void An_exit_code_gives_way_to_the_text()
    {
        var mail = MailHelp.Report(
            "Reporting-MTA: dns; relay.example.org\n\nFinal-Recipient: RFC822; bob@example.net\nAction: failed\nStatus: 5.3.0\nDiagnostic-Code: X-Unix; 77\n",
            "<bob@example.net>\n    (reason: Insufficient permission)\n\n   ----- Transcript of session follows -----\n550 5.0.0 <bob@example.net>... Insufficient permission");
        Assert.Equal("550 5.0.0 <bob@example.net>... Insufficient permission", Assert.Single(MailHelp.Read(mail).Refusals).Reply.ToString());
    }

    [Fact]
    public void A_last_reply_quoted_behind_the_reporters_own_is_the_reply()
    {
        var mail = MailHelp.Report(MailHelp.Status.Replace("554 5.7.1 <bob@example.net>: Relay access denied", "554 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.2 Connection timed out>"));
        Assert.Equal("421 4.4.2 Connection timed out", Assert.Single(MailHelp.Read(mail).Refusals).Reply.ToString());
    }

    [Fact]
    public void A_forwarded_report_is_found_and_a_report_in_a_report_is_not_read_twice()
    {
        var report = MailHelp.Report(MailHelp.Status, "Your mail failed.");
        var forwarded = "From: alice@example.org\nTo: help@example.org\nSubject: Fwd: what is this?\nContent-Type: multipart/mixed; boundary=f\n\n--f\n\nlook\n--f\nContent-Type: message/rfc822\n\n" + report + "\n--f--\n";
        AssertUsual(MailHelp.Read(forwarded));
        var outer = MailHelp.Report(MailHelp.Status.Replace("bob@", "carol@"), "Your mail failed.", report.Replace("\"b1\"", "\"b2\"").Replace("--b1", "--b2"));
        Assert.Equal("carol@example.net", Assert.Single(MailHelp.Read(outer).Refusals).Recipient);
    }

    [Fact]
    public void A_cut_report_gives_what_is_there_and_says_so()
    {
        var mail = MailHelp.Report(MailHelp.Status, "Your mail failed.");
        var cut = mail[..(mail.IndexOf("Diagnostic-Code", StringComparison.Ordinal) - 1)];
        var refusal = Assert.Single(MailHelp.Read(cut).Refusals);
        Assert.Equal("bob@example.net", refusal.Recipient);
        Assert.Equal("The mail ends inside the delivery report.", Assert.Single(refusal.Notes));
    }

    private static Refusal AssertUsual(ReadOutcome outcome)
    {
        Assert.Equal(InputFormat.Dsn, outcome.Format);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal("bob@example.net", refusal.Recipient);
        Assert.Equal("554 5.7.1 <bob@example.net>: Relay access denied", refusal.Reply.ToString());
        Assert.Equal("mx.example.net", refusal.RemoteMta);
        Assert.Equal("alice@example.org", refusal.Sender);
        return refusal;
    }
}
