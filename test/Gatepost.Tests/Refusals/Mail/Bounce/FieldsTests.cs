namespace Gatepost.Tests.Refusals.Mail.Bounce;

public class FieldsTests
{
    [Fact]
    public void Messaging_server()
    {
        var read = Reading.Of("""
            This report relates to a message you sent with the following header fields:

              Message-id: <0550@mail.example.org>
              Date: Tue, 24 Nov 2026 09:00:00 +0000
              From: Pat <pat@example.org>
              To: bystander@example.biz
              Subject: Hello

            Your message cannot be delivered to the following recipients:

              Recipient address: kim@example.net
              Reason: Remote SMTP server has rejected address
              Diagnostic code: smtp;550 5.7.1 Unable to relay for kim@example.net
              Remote system: dns;mx.example.net (TCP|192.0.2.5|47323|203.0.113.7|25) (mx.example.net ESMTP)

              Recipient address: lee@example.com
              Reason: Illegal host/domain name found
            """);
        Assert.Equal("""
            -: kim@example.net | 550 5.7.1 | mx.example.net 203.0.113.7 | Unable to relay for kim@example.net
            -: lee@example.com |  |  | Illegal host/domain name found
            """, read);
    }

    [Fact]
    public void Fields_of_a_dsn_printed_as_text()
    {
        var read = Reading.Of("""
            An error occurred while trying to deliver the mail to the following recipients:
            kim@example.net

            Technical report:

            Reporting-MTA: dsn; out.example.org

            Action: failed
            Final-Recipient: rfc822; kim@example.net
            Diagnostic-Code: smtp; 554 5.7.1 Relay access denied
            Status: 5.7.1
            """, "Delivery Status Notification (Failure)");
        Assert.Equal("-: kim@example.net | 554 5.7.1 |  | Relay access denied", read);
    }

    [Fact]
    public void X400_gateway()
    {
        var read = Reading.Of("""
            This report relates to a message you sent with the following header fields:

              Subject: Hello

            Your message was not delivered to:

              Recipient Name: kim@example.net
              Non-Delivery Reason: unable-to-transfer
              Diagnostic: unrecognised OR name
            """, "Non-delivery report");
        Assert.Equal("-: kim@example.net |  |  | unable-to-transfer", read);
    }

    [Fact]
    public void Details_of_a_message_are_not_a_recipients_fields()
    {
        var read = Reading.Of("""
            Error: Invalid user address

            Error message below:
            550 - Requested action not taken: no such user here

            Message details:
              Subject: Hello
              Sent date: Tue Nov 24 09:00:00 GMT 2026
              MAIL FROM: pat@example.org
              RCPT TO: 15550550550@sms.example.net
              From: pat@example.org
              Size (in bytes): 550
            """, "Re: Hello");
        Assert.Equal("-: 15550550550@sms.example.net | 550 |  | Requested action not taken: no such user here", read);
    }
}
