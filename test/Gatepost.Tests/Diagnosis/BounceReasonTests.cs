using System.Text;
using Gatepost.Diagnoses;
using Gatepost.Refusals;
using Gatepost.Refusals.Mail;

namespace Gatepost.Tests.Diagnoses;

/// <summary>Whole mails whose reason does not stand in a quoted reply alone, from the bytes to the diagnosis.</summary>
public class BounceReasonTests
{
    [Theory]
    [InlineData("Hello pat@example.net,\n\nThe group that you wrote to (team) may not exist, or you may not have permission to post to it:\n\n * The name may be misspelled.\n * The owner may have removed it.\n\nFor help see https://groups.google.com/support/.\n\nGoogle Groups\n")]
    [InlineData("Bonjour pat@example.net,\n\nLe groupe (team) n'existe pas ou vous n'avez pas l'autorisation d'y publier :\n\n * Le nom est inconnu.\n * Le groupe est fermé.\n\nAide : https://support.google.com/a/example.org/bin/topic.py?topic=1\n\nMerci,\nexample.org admins\n")]
    [InlineData("Hallo pat@example.net,\n\nDie Gruppe (team) ist unbekannt oder geschlossen:\n\n * Der Name existiert nicht.\n * Sie sind kein Mitglied.\n\nHilfe: https://groups.google.com/support/\n")]
    public void A_notice_of_Google_Groups_is_about_the_sender_and_the_group_in_any_language(string body)
    {
        var read = Only($"From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: pat@example.net\nSubject: Delivery Status Notification (Failure)\nX-Failed-Recipients: team@example.org\nContent-Type: text/plain; charset=utf-8\n\n{body}\n----- Original message -----\n\nSubject: x\n");
        Assert.Equal(("team@example.org", Reason.Rejected, "5.0.918"), Told(read));
        Assert.Equal("googlegroups", read.Software);
    }

    [Theory]
    [InlineData("The user(s) account is disabled.\n\n<kim@ezweb.ne.jp>: 550 user unknown (in reply to RCPT TO command)\n", Reason.Suspend)]
    [InlineData("<kim@ezweb.ne.jp>: 550 user unknown (in reply to RCPT TO command)\n", Reason.UserUnknown)]
    public void A_sentence_over_the_entry_says_more_than_the_reply(string text, Reason reason)
    {
        var read = Only($"From: Mail Administrator <Postmaster@ezweb.ne.jp>\nTo: pat@example.net\nSubject: Mail System Error - Returned Mail\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain; charset=iso-2022-jp\n\nエラーのため送信できませんでした。\n\n{text}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.ezweb.ne.jp\n\nFinal-Recipient: rfc822; kim@ezweb.ne.jp\nAction: failed\nStatus: 5.0.0\n\n--b--\n");
        Assert.Equal(("kim@ezweb.ne.jp", reason, "5.0.0"), Told(read));
    }

    [Fact]
    public void The_heading_over_a_recipient_is_no_reason_the_sentences_before_it_are()
    {
        var read = Only("From: Postmaster@ezweb.ne.jp\nTo: pat@example.net\nSubject: Mail System Error - Returned Mail\nContent-Type: text/plain; charset=ISO-2022-JP\n\n送信できませんでした。\n\nYour message was not delivered within 0 days and 2 hours.\nRemote host is not responding.\n\nThe following recipients did not receive this message:\n\n<kim@ezweb.ne.jp>\n");
        Assert.Equal(("kim@ezweb.ne.jp", Reason.Expired, "5.0.947"), Told(read));
    }

    [Fact]
    public void A_report_that_holds_nothing_but_headings_gives_no_reason()
    {
        var read = Only("From: Mail Delivery System <>\nTo: pat@example.net\nSubject: Delivery status notification\nContent-Type: text/plain\n\nThis is an automatically generated Delivery Status Notification.\n\nDelivery to the following recipients failed permanently:\n\n   * kim@example.org\n");
        Assert.Equal(("kim@example.org", Reason.Undefined, "5.0.900"), Told(read));
        Assert.Equal("", read.Reply.Text);
    }

    [Theory]
    [InlineData("MMSC Administrator <sysadmin@mm1.vzwpix.com>", "Message could not be delivered to mobile.\nError: No valid recipients for this MM\n\nOriginal Message:\nFrom: pat@example.net\nTo: 15550550550@vzwpix.com\n")]
    [InlineData("post_master@vtext.com", "Error: Invalid user address\n\nError message below:\n550 - Requested action not taken: no such user here\n\nMessage details:\n  MAIL FROM: pat@example.net\n  RCPT TO: 15550550550@vzwpix.com\n")]
    public void A_carrier_that_asks_for_the_user_at_delivery_knows_its_users(string from, string body)
    {
        var read = Only($"From: {from}\nTo: pat@example.net\nSubject: Undeliverable Message\nContent-Type: text/plain\n\n{body}");
        Assert.Equal(("15550550550@vzwpix.com", Reason.UserUnknown, "5.0.911"), Told(read));
        Assert.Equal("verizon", read.Software);
    }

    [Fact]
    public void Each_recipient_of_a_report_has_its_own_line()
    {
        var read = Read("From: Mailer Daemon <MAILER-DAEMON@mx.example.net>\nTo: pat@example.net\nSubject: Delivery status notification: failed\nContent-Type: multipart/mixed;boundary=b\n\n--b\nContent-Type: text/plain\n\n    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\nkim@example.org: 550 5.1.1 <kim@example.org>: User unknown\nsam@example.org: 552 5.2.2 <sam@example.org>: Mailbox full\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\nFinal-Recipient: rfc822; kim@example.org\nAction: failed\nStatus: 5.0.0\n\nFinal-Recipient: rfc822; sam@example.org\nAction: failed\nStatus: 5.0.0\n\n--b--\n");
        Assert.Equal([("kim@example.org", Reason.UserUnknown, "5.1.1"), ("sam@example.org", Reason.MailboxFull, "5.2.2")], read.Select(Told));
    }

    [Theory]
    [InlineData("bad-mailbox", Reason.UserUnknown)]
    [InlineData("inactive-mailbox", Reason.Suspend)]
    [InlineData("quota-issues", Reason.MailboxFull)]
    [InlineData("bad-domain", Reason.HostUnknown)]
    [InlineData("spam-related", Reason.SpamDetected)]
    [InlineData("virus-related", Reason.VirusDetected)]
    [InlineData("content-related", Reason.ContentError)]
    [InlineData("policy-related", Reason.PolicyViolation)]
    [InlineData("message-expired", Reason.Expired)]
    [InlineData("no-answer-from-host", Reason.Expired)]
    [InlineData("bad-configuration", Reason.SystemError)]
    [InlineData("bad-connection", Reason.NetworkError)]
    [InlineData("routing-errors", Reason.NetworkError)]
    [InlineData("protocol-errors", Reason.SyntaxError)]
    [InlineData("invalid-sender", Reason.Rejected)]
    public void PowerMTA_says_what_it_takes_a_reply_for(string category, Reason reason)
    {
        var read = Only($"From: PowerMTA <postmaster@mx.example.net>\nTo: pat@example.net\nSubject: Delivery report\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello, this is the mail server on mx.example.net.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns;mx.example.net\nX-PowerMTA-VirtualMTA: mx.example.net\n\nFinal-Recipient: rfc822;kim@example.org\nAction: failed\nStatus: 5.0.0 (undefined status)\nDiagnostic-Code: smtp;550 xyzzy [0]\nX-PowerMTA-BounceCategory: {category}\n\n--b--\n");
        Assert.Equal(("kim@example.org", reason, "5.0.0"), Told(read));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("euc-jp")]
    [InlineData("shift_jis")]
    [InlineData("iso-2022-jp")]
    public void Japanese_text_is_read_in_whatever_encoding_it_is(string charset)
    {
        var encoding = charset == "utf-8" ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var bytes = encoding.GetBytes("From: MAILER-DAEMON@mx.example.org\nTo: pat@example.net\nSubject: Returned mail\nContent-Type: text/plain; charset=ISO-2022-JP\n\n次のあて先へのメッセージはエラーのため送信できませんでした。\n\nメールボックスの容量がいっぱいです。\n\n<kim@example.org>\n");
        var read = Assert.Single(new MailReader().Read(new Document("mail", bytes), ReadLimits.Default).Refusals);
        Assert.Equal("メールボックスの容量がいっぱいです。", read.Reply.Text);
        Assert.Equal(("kim@example.org", Reason.MailboxFull, "5.0.922"), Told(read));
    }

    [Theory]
    [InlineData("hmailserver", "Your message did not reach some or all of the intended recipients.\n\n   Sent: Thu, 1 Jan 2026 10:00:00 +0000\n   Subject: x\n\nThe following recipient(s) could not be reached:\n\nkim@example.org\n   Error Type: SMTP\n   Remote server (192.0.2.25) issued an error.\n   hMailServer sent: RCPT TO:<kim@example.org>\n   Remote server replied: 550 5.1.1 User unknown\n\n\nhMailServer\n", Reason.UserUnknown, 550)]
    [InlineData("smartermail", "Could not deliver message to the following recipient(s):\n\nFailed Recipient: kim@example.org\nReason: Remote host said: 552 5.2.2 Mailbox full\n\n   -- The header and top 20 lines of the message follows --\n\nSmarterMail\n", Reason.MailboxFull, 552)]
    [InlineData("mailenable", "MailEnable: Message could not be delivered to some recipients.\nThe following recipient(s) could not be reached:\n\n\tRecipient: [SMTP:kim@example.org]\n\tReason: Remote SMTP Server Returned: 550 5.7.1 Message rejected as spam\n\nMessage headers follow:\n", Reason.SpamDetected, 550)]
    [InlineData("communigate", "CommuniGate Pro\n\nFailed to deliver to 'kim@example.org'\nSMTP module(domain example.org) reports:\n message text rejected by mx.example.org:\n 554 5.7.1 Your IP is listed in a DNSBL\n", Reason.Blocked, 554)]
    [InlineData("groupwise", "The attached file had the following undeliverable recipient(s):\n\tkim@example.org\n\nTranscript of session follows:\nCommand: RCPT TO:<kim@example.org>\nResponse: 550 5.1.1 User unknown\n\nNovell GroupWise\n", Reason.UserUnknown, 550)]
    [InlineData("postal", "This message was sent by Postal.\n\nYour message to kim@example.org could not be delivered.\n\nThe remote server said: 550 5.4.1 Recipient address rejected: Access denied\n", Reason.UserUnknown, 550)]
    [InlineData("messagelabs", "This is the mail delivery agent at messagelabs.com.\nI was unable to deliver your message to the following addresses:\n\nkim@example.org\n\nReason: 550 5.1.1 <kim@example.org>: user unknown\n\nThe message subject was: x\n", Reason.UserUnknown, 550)]
    [InlineData("icewarp", "IceWarp Mail Server\n\nThe message could not be delivered to:\n\n<kim@example.org>\n\n554 5.3.4 Message size exceeds fixed maximum message size\n", Reason.MesgTooBig, 554)]
    public void Products_in_their_own_words(string software, string body, Reason reason, int code)
    {
        var read = Only($"From: Mail Delivery <postmaster@mx.example.net>\nTo: pat@example.net\nSubject: Undeliverable mail\nContent-Type: text/plain\n\n{body}");
        Assert.Equal((software, "kim@example.org", reason, code), (read.Software, read.Recipient, Told(read).Item2, read.Reply.Code));
    }

    private static (string?, Reason, string?) Told(Refusal refusal)
    {
        var diagnosis = Rulebook.Default.Diagnose(refusal);
        return (refusal.Recipient, diagnosis.Reason, diagnosis.Status?.ToString());
    }

    private static Refusal Only(string mail) => Assert.Single(Read(mail));

    private static IReadOnlyList<Refusal> Read(string mail) =>
        new MailReader().Read(new Document("mail", Encoding.UTF8.GetBytes(mail)), ReadLimits.Default).Refusals;
}
