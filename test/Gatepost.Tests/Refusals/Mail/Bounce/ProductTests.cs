namespace Gatepost.Tests.Refusals.Mail.Bounce;

/// <summary>Products that share the generic grammar: an address in a sentence or on a line, the reply below or above it.</summary>
public class ProductTests
{
    [Theory]
    [InlineData("dma", "kim@example.net | 554 5.7.1 Rcpt | mx.example.net 203.0.113.7 | Relay access denied", """
        This is the DragonFly Mail Agent v0.13 at host.example.org.

        There was an error delivering your mail to <kim@example.net>.

        mx.example.net [203.0.113.7] did not like our RCPT TO:
        554 5.7.1 Relay access denied

        Message headers follow.

        Received: from root (uid 0)
        To: <bystander@example.biz>
        """)]
    [InlineData("dma", "kim@example.net |  |  | Could not deliver for the last 432000 seconds. Giving up.", """
        This is the DragonFly Mail Agent v0.13 at host.example.org.

        There was an error delivering your mail to <kim@example.net>.

        Could not deliver for the last 432000 seconds. Giving up.

        Message headers follow.
        """)]
    [InlineData("gmail", "kim@example.net | 550 5.7.1 Rcpt | mx.example.net 203.0.113.7 | Relaying denied", """
        Delivery to the following recipient failed permanently:

             kim@example.net

        Technical details of permanent failure:
        Google tried to deliver your message, but it was rejected by the server for the recipient domain example.net by mx.example.net. [203.0.113.7].

        The error that the other server returned was:
        550 5.7.1 Relaying denied (state 14).

        ----- Original message -----

        DKIM-Signature: v=1; a=rsa-sha256
        To: bystander@example.biz
        """, "Delivery Status Notification (Failure)", "mailer-daemon@googlemail.com")]
    [InlineData("gmail", "kim@example.net | 550 5.1.1 |  | The email account that you tried to reach does not exist.", """
        ** Address not found **

        Your message wasn't delivered to kim@example.net because the address couldn't be found, or is unable to receive mail.

        Learn more here: https://support.example.com/mail/?p=NoSuchUser

        The response was:

        550 5.1.1 The email account that you tried to reach does not exist.
        """, "Delivery Status Notification (Failure)", "mailer-daemon@googlemail.com")]
    [InlineData("gmail", "kim@example.net | 451 4.7.1 |  | Greylisting in action", """
        ** Delivery incomplete **

        There was a temporary problem delivering your message to kim@example.net. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.

        The response was:

        451 4.7.1 Greylisting in action
        """, "Delivery Status Notification (Delay)", "mailer-daemon@googlemail.com")]
    [InlineData("imail", "kim@example.net |  |  | unknown host: kim@example.net", """
        unknown host: kim@example.net

        Original message follows.
        To: bystander@example.biz
        """, "Undeliverable Mail", "postmaster@example.org", "<SMTP32 v8.22>")]
    [InlineData("imail", "kim@example.net | 550 |  | not local host example.net, not a gateway", """
        undeliverable to kim@example.net

        Body of message generated response:
        550 not local host example.net, not a gateway

        Original message follows.
        """, "Undeliverable Mail", "postmaster@example.org", "<SMTP32 v8.22>")]
    [InlineData("domino", "kim@example.net | 550 5.7.1 |  | Relaying denied", """
        Your message

          Subject: 550 offers

        was not delivered to:

          kim@example.net

        because:

          550 5.7.1 Relaying denied
        """, "DELIVERY FAILURE: 550 5.7.1 Relaying denied", "postmaster@notes.example.org", "Lotus Domino Release 8.5.3")]
    [InlineData("domino", "kim@example.net |  |  | User not listed in public Name & Address Book", """
        ------- Failure Reasons  --------

        User not listed in public Name & Address Book
        kim@example.net

        ------- Returned Message --------
        Received: from mail.example.org
        """, "Undeliverable message", "postmaster@notes.example.org")]
    [InlineData("groupwise", "kim@example.net | 550 |  | Relaying not permitted", """
        The message that you sent was undeliverable to the following:
        	kim@example.net (550 Relaying not permitted)

        Possibly truncated original message follows:
        """, "Message status - undeliverable", "Mailer-Daemon@gw.example.org", "Novell GroupWise Internet Agent")]
    [InlineData("mailmarshal", "kim@example.net | 550 5.7.1 |  | Unable to relay", """
        Your message:
           From:    pat@example.org
           Subject: Hello

        Could not be delivered because of

        550 5.7.1 Unable to relay

        The following recipients were affected:
            kim@example.net

        Additional Information
        ======================
        Original Sender:    <pat@example.org>
        Sender-MTA:         <192.0.2.5>
        MessageName:        <F0000550.00000001.0001.mml>
        """, "Undeliverable Mail: \"Hello\"", "postmaster@example.org")]
    [InlineData("mxlogic", "kim@example.net | 550 5.7.1 |  | Relaying denied", """
        This message was created automatically by mail delivery software.

        A message that you have sent could not be delivered to one or more
        recipients.  This is a permanent error.  The following address failed:

          <kim@example.net>: 550 5.7.1 Relaying denied

        Included is a copy of the message header:
        -----------------------------------------
        Received: from unknown [192.0.2.5]
        """, "Mail delivery failed", "MAILER-DAEMON@p01.mxlogic.example")]
    [InlineData("interscan", "kim@example.net |  |  | Unable to deliver message to <kim@example.net> (and other recipients in the same domain). Please check if address is correct.", """
        *************************************************************

        Message from InterScan Messaging Security Suite

        Unable to deliver message to <kim@example.net> (and other recipients in the same domain). Please check if address is correct.

        *************************************************************
        """, "Mail could not be delivered", "postmaster@example.org")]
    [InlineData("mfilter", "kim@example.net | 550 Data |  | not relayed", """
        このメールは「m-FILTER」が自動的に生成して送信しています。
        メールサーバーとの通信中、下記の理由により
        このメールは送信できませんでした。

        以下のメールアドレスへの送信に失敗しました。
        kim@example.net

        -------server message
        550 not relayed

        -------SMTP command
        DATA

        -------original message
        To: bystander@example.biz
        """)]
    [InlineData("gmx", "kim@example.net | 5.7.1 Rcpt | mx.example.net | Relaying denied", """
        This message was created automatically by mail delivery software.

        A message that you sent could not be delivered to one or more of
        its recipients. This is a permanent error. The following address
        failed:

        "kim@example.net":
        SMTP error from remote server after RCPT command:
        host: mx.example.net
        5.7.1 Relaying denied

        --- The header of the original message is following. ---

        Received: from [192.0.2.5] by 3capp
        To: bystander@example.biz
        """, "Mail delivery failed: returning message to sender", "MAILER-DAEMON@mail.gmx.example")]
    [InlineData("fml", "list@example.net |  |  | You are not a member of this mailing list <list@example.net>.", """
        You are not a member of this mailing list <list@example.net>.

        If you know the general guide of this list, please send mail with
        the mail body

        	guide

        to the address

        	list-ctl@example.net
        """, "You pat@example.org are not member (list ML)", "list-admin@example.net")]
    [InlineData("surfcontrol", "kim@example.net | 554 | 203.0.113.7 | Relay access denied", """
        Your message could not be sent.
        A transcript of the attempts to send the message follows.
        The number of attempts made: 1
        Addressed To: kim@example.net

        Tue, 24 Nov 2026 09:00:00 +0000
        Failed to send to identified host,
        kim@example.net: [203.0.113.7], 554 Relay access denied
        --- Message non-deliverable.
        """, "Undelivered", "postmaster@example.org", "SurfControl E-mail Filter")]
    [InlineData("mdaemon", "kim@example.net | 550 5.7.1 Rcpt RCPT To:<kim@example.net> |  | Relaying denied", """
        The attached message had PERMANENT fatal delivery errors!

        After one or more unsuccessful delivery attempts the attached message has
        been removed from the mail queue on this server.

        YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

        Failed address: kim@example.net

        --- Session Transcript ---
         Attempting SMTP connection to mx.example.net
         --> RCPT To:<kim@example.net>
         <-- 550 5.7.1 Relaying denied
        --- End Transcript ---
        """, "MDaemon Notification -- Delivery Error", "MDaemon@mail.example.org")]
    [InlineData("kerio", "kim@example.net | 550 5.7.1 Rcpt | mx.example.net | Relaying denied", """
        Your mail could not be delivered to the following recipient:

        <kim@example.net>

        Remote host mx.example.net said in response to RCPT TO: 550 5.7.1 Relaying denied
        """, "Delivery Status Notification", "mailer-daemon@mail.example.org", "Kerio Connect 9.4")]
    public void Reads(string software, string line, string body, string subject = "", string from = "MAILER-DAEMON@mx.example.org", string mailer = "")
    {
        var read = Reading.Of(body, subject, from, mailer: mailer);
        Assert.Equal($"{software}: {line}", read.Replace(" delayed:", ":", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Your message to kim@example.net could not be delivered.\nThe server said: 550 5.7.1 Relay access denied\n\nPlease contact postmaster@example.org for help.")]
    [InlineData("Ihre Nachricht an kim@example.net konnte nicht zugestellt werden.\n\nDer Server antwortete:\n550 5.7.1 Relay access denied\n\nBitte wenden Sie sich an hilfe@example.org.")]
    [InlineData("Votre message à kim@example.net n'a pas pu être remis.\n\n550 5.7.1 Relay access denied\n\nContacter assistance@example.org")]
    [InlineData("No se pudo entregar el mensaje a:\n\nkim@example.net\n\nMotivo: 550 5.7.1 Relay access denied")]
    [InlineData("Impossibile recapitare il messaggio a kim@example.net.\nMotivo: 550 5.7.1 Relay access denied")]
    [InlineData("Não foi possível entregar a mensagem para <kim@example.net>:\n550 5.7.1 Relay access denied")]
    [InlineData("Uw bericht aan kim@example.net kon niet worden afgeleverd.\nReden: 550 5.7.1 Relay access denied")]
    [InlineData("Ваше письмо не доставлено получателю:\n\n  kim@example.net\n\nПричина: 550 5.7.1 Relay access denied")]
    [InlineData("次のあて先へのメッセージはエラーのため送信できませんでした。\n\n<kim@example.net>\n\n550 5.7.1 Relay access denied")]
    [InlineData("您的邮件无法投递到以下收件人：\n\nkim@example.net\n\n原因：\n550 5.7.1 Relay access denied")]
    public void Any_notice_in_any_language(string body)
    {
        var read = Reading.Of(body, "Undelivered Mail");
        Assert.Equal("-: kim@example.net | 550 5.7.1 |  | Relay access denied", read);
    }

    [Fact]
    public void A_list_that_is_told_by_the_header_only()
    {
        var read = Reading.Of("Hello pat@example.org,\n\nWe're writing to let you know that the group you tried to contact (team) may not exist.\n\nGoogle Groups\n", "Delivery Status Notification (Failure)", "mailer-daemon@googlemail.com", failed: "team@example.net");
        Assert.Equal("googlegroups: team@example.net |  |  | ", read);
    }

    [Fact]
    public void A_report_that_names_nobody_is_about_the_recipient_of_the_returned_message()
    {
        var read = Reading.Of("Message could not be delivered to mobile.\nError: No valid recipients for this MM\n\nOriginal Message:\nFrom: Pat <pat@example.org>\nTo: 15550550550@mms.example.net\nSubject: 550\n", "Undeliverable Message");
        Assert.Equal("-: 15550550550@mms.example.net |  |  | Message could not be delivered to mobile. Error: No valid recipients for this MM", read);
    }

    [Theory]
    [InlineData("Hello Pat,\n\nlunch at 550 Main Street? Write to kim@example.net.\n")]
    [InlineData("Our 2026 offers: 550 hotels, 5.7.1 stars. Unsubscribe: news@example.net")]
    public void Other_mail_is_no_bounce(string body) => Assert.Equal("", Reading.Of(body, "Hello", "kim@example.net"));
}
