namespace Gatepost.Tests.Refusals.Mail.Bounce;

/// <summary>More wordings, each with what makes it its own.</summary>
public class MoreProductTests
{
    [Theory]
    [InlineData("ironport: kim@example.net | 550 5.7.1 |  | <kim@example.net>... Relaying denied", """
        The following message to <kim@example.net> was undeliverable.
        The reason for the problem:
        5.1.0 - Unknown address error 550-'5.7.1 <kim@example.net>... Relaying denied'
        """)]
    [InlineData("-: kim@example.net |  |  | child status 100...The message could not be delivered because the mailfolder is full.", """
        We're sorry. There's a problem with the e-mail address(es) you're trying to send to.

        <kim@example.net>:
        child status 100...The message could not be delivered because the mailfolder is full.

        --- Below this line is a copy of the message.

        Return-Path: <pat@example.org>
        To: bystander@example.biz
        """)]
    [InlineData("-: kim@example.net | 550 Rcpt RCPT TO:<kim@example.net> | mx.example.net 203.0.113.7 | relay not permitted", """
        Message 1abcde-000550-Xy has been frozen (delivery error message).
        The sender is <>.

        The following address(es) have yet to be delivered:

          kim@example.net: SMTP error from remote mail server after RCPT TO:<kim@example.net>: host mx.example.net [203.0.113.7]: 550 relay not permitted
        """)]
    [InlineData("-: kim@example.net | 550 | mx.example.net 203.0.113.7 | <kim@example.net> Relay denied", """
        Unable to deliver message to: <kim@example.net>
        Delivery failed for the following reason:
        Server mx.example.net[203.0.113.7] failed with: 550 <kim@example.net> Relay denied

        This has been a permanent failure.  No further delivery attempts will be made.
        """)]
    [InlineData("-: kim@example.net | 550 5.7.1 Rcpt | smtp.example.net | Relaying denied", """
        We had trouble delivering your message. Full details follow:

        Subject: 'Hello'
        Date: 'Tue, 24 Nov 2026 09:00:00 +0000'

        1 error(s):

        SMTP Server <smtp.example.net> rejected recipient <kim@example.net> (Error following RCPT command). It responded as follows: [550 5.7.1 Relaying denied]

        The attachment contains the original mail headers.
        """)]
    [InlineData("-: kim@example.net | 550 5.7.1 Rcpt | 203.0.113.7 | Relaying denied", """
        ============================================================================
              This is an automatically generated Delivery Status Notification.

        Delivery to the following recipients failed permanently:

           * kim@example.net

        ============================================================================
                                     Technical details:

        SMTP:RCPT host 203.0.113.7: 550 5.7.1 Relaying denied

        ============================================================================
        """)]
    [InlineData("sendgrid: kim@example.net |  |  | Connection timed out in connect", """
        This is an automatically generated message from SendGrid.

        I'm sorry to have to tell you that your message was not able to be
        delivered to one of its intended recipients.

        If you require assistance with this, please contact SendGrid support.

        kim:000550:<kim@example.net> : Connection timed out in connect
        """)]
    [InlineData("powermta: kim@example.net |  |  | <kim@example.net> delivery failed; will not continue trying", """
        Hello, this is the mail server on out.example.org (PowerMTA).

        I am sending you this message to inform you on the delivery status of a
        message you previously sent.  Immediately below you will find a list of
        the affected recipients;  also attached is a Delivery Status Notification
        (DSN) report in standard format, as well as the headers of the original
        message.

          <kim@example.net>  delivery failed; will not continue trying
        """)]
    [InlineData("barracuda: kim@example.net |  |  | Your message to: kim@example.net was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:", """
        Barracuda notice

        Your message to: kim@example.net
        was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

        Subject: Hello
        """)]
    [InlineData("-: kim@example.net | 550 5.7.1 |  | Relaying denied", """
        Sorry, your message could not be delivered.

        To: Kim Example <kim@example.net>
        From: Pat <pat@example.org>
        Message-ID: <550.571@mail.example.org>

        Reason: 550 5.7.1 Relaying denied

        For help write to postmaster@example.org or support@example.org.
        """)]
    public void Reads(string expected, string body) => Assert.Equal(expected, Reading.Of(body, "Undeliverable mail"));

    [Fact]
    public void A_notice_of_a_list_without_its_address_is_from_the_lists_manager()
    {
        var read = Reading.Of("Loop Back Warning: a loop was detected.\n\nYour article was not distributed.\n", "Loop Alert: Duplicated Message-ID (team ML)", "team-admin@example.net", mailer: "fml [fml 4.0 STABLE]");
        Assert.StartsWith("fml: team@example.net |", read, StringComparison.Ordinal);
    }

    [Fact]
    public void The_returned_messages_addresses_and_codes_are_not_the_reports()
    {
        var read = Reading.Of("""
            Your message could not be delivered to the following address:

            <kim@example.net>: mailbox unavailable

            ----- Original message -----
            From: pat@example.org
            To: bystander@example.biz

            <other@example.biz>: 550 5.7.1 Relaying denied
            """, "Undeliverable");
        Assert.Equal("-: kim@example.net |  |  | mailbox unavailable", read);
    }
}
