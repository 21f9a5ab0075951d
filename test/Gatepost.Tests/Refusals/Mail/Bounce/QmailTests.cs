namespace Gatepost.Tests.Refusals.Mail.Bounce;

public class QmailTests
{
    [Fact]
    public void Paragraphs_with_and_without_a_remote_host()
    {
        var read = Reading.Of("""
            Hi. This is the qmail-send program at mx.example.org.
            I'm afraid I wasn't able to deliver your message to the following addresses.
            This is a permanent error; I've given up. Sorry it didn't work out.

            <kim@example.net>:
            203.0.113.7 does not like recipient.
            Remote host said: 550 5.7.1 <kim@example.net>: Relay access denied
            Giving up on 203.0.113.7.

            <lee@example.com>:
            198.51.100.4 failed after I sent the message.
            Remote host said: 554-5.7.1 Looks like spam.
            554 5.7.1 See http://example.com/550

            <max@example.edu>:
            Sorry, I couldn't find any host named example.edu. (#5.1.2)

            <nik@example.info>:
            Connected to 198.51.100.9 but sender was rejected.
            Remote host said: 451 4.1.8 Domain of sender address does not resolve
            I'm not going to try again; this message has been in the queue too long.

            --- Below this line is a copy of the message.

            Return-Path: <pat@example.org>
            Received: (qmail 550 invoked by uid 500); 24 Nov 2026 09:00:00 -0000
            To: bystander@example.biz
            """);
        Assert.Equal("""
            qmail: kim@example.net | 550 5.7.1 Rcpt | 203.0.113.7 | <kim@example.net>: Relay access denied
            qmail: lee@example.com | 554 5.7.1 EndOfData | 198.51.100.4 | Looks like spam. See http://example.com/550
            qmail: max@example.edu | 5.1.2 |  | Sorry, I couldn't find any host named example.edu.
            qmail: nik@example.info | 451 4.1.8 Mail | 198.51.100.9 | Domain of sender address does not resolve
            """, read);
    }

    [Fact]
    public void Rewritten_wordings_keep_the_paragraphs()
    {
        var yahoo = Reading.Of("""
            Sorry, we were unable to deliver your message to the following address.

            <kim@example.net>:
            554: 5.7.9 Message not accepted for policy reasons.

            --- Below this line is a copy of the message.
            To: bystander@example.biz
            """, "Failure Notice");
        Assert.Equal("yahoo: kim@example.net | 554 5.7.9 |  | Message not accepted for policy reasons.", yahoo);
        var german = Reading.Of("""
            Hallo. Hier ist das qmail-send program auf mail.example.org.
            Die folgenden Adressen waren leider nicht zustellbar.

            <kim@example.net>:
            Connected to 203.0.113.7 but greeting failed.
            Remote host said: 554 Your address is listed
            """);
        Assert.Equal("qmail: kim@example.net | 554 Connect | 203.0.113.7 | Your address is listed", german);
    }
}
