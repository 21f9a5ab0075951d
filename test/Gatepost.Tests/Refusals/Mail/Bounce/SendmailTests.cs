namespace Gatepost.Tests.Refusals.Mail.Bounce;

public class SendmailTests
{
    [Fact]
    public void Reasons_and_the_transcript_belong_together()
    {
        var read = Reading.Of("""
            The original message was received at Tue, 24 Nov 2026 09:00:00 +0000
            from client.example.org [192.0.2.55]

               ----- The following addresses had permanent fatal errors -----
            <kim@example.net>
                (reason: 550 5.7.1 <kim@example.net>... Relaying denied. Proper authentication required.)
            <lee@example.net>
                (reason: 550 5.1.1 <lee@example.net>... User unknown)
                (expanded from: <team@example.org>)

               ----- Transcript of session follows -----
            ... while talking to mx.example.net.:
            >>> RCPT To:<kim@example.net>
            <<< 550 5.7.1 <kim@example.net>... Relaying denied. Proper authentication required.
            550 5.7.1 <kim@example.net>... Relaying denied
            >>> RCPT To:<lee@example.net>
            <<< 550 5.1.1 <lee@example.net>... User unknown
            550 5.1.1 <lee@example.net>... User unknown

               ----- Original message follows -----

            Return-Path: <pat@example.org>
            To: bystander@example.biz
            """);
        Assert.Equal("""
            sendmail: kim@example.net | 550 5.7.1 Rcpt RCPT To:<kim@example.net> | mx.example.net | <kim@example.net>... Relaying denied. Proper authentication required.
            sendmail: lee@example.net < team@example.org | 550 5.1.1 Rcpt RCPT To:<lee@example.net> | mx.example.net | <lee@example.net>... User unknown
            """, read);
    }

    [Fact]
    public void Version_5_names_recipients_in_its_own_lines()
    {
        var read = Reading.Of("""
               ----- Transcript of session follows -----
            While talking to mx.example.net:
            >>> MAIL From:<pat@example.org>
            <<< 553 We do not relay
            554 <kim@example.net>... Remote protocol error
            550 example.edu (smtp)... 550 Host unknown
            554 <max@example.edu>... 550 Host unknown (Authoritative answer from name server)

               ----- Unsent message follows -----
            Received: by mail.example.org; (5.65/1.37) id AA00550
            To: bystander@example.biz
            """);
        Assert.Equal("""
            sendmail: kim@example.net | 553 Mail MAIL From:<pat@example.org> | mx.example.net | We do not relay
            sendmail: max@example.edu | 550 |  | Host unknown (Authoritative answer from name server)
            """, read);
    }

    [Fact]
    public void Version_5_names_only_the_domain_of_a_deferred_message()
    {
        var read = Reading.Of("""
               ----- Transcript of session follows -----
            421 example.net (smtp)... Deferred: Connection timed out during user open with example.net

               ----- Unsent message follows -----
            Received: by mail.example.org; (5.65/1.37) id AA00550
            To: kim@example.net
            Cc: bystander@example.biz
            """);
        Assert.Equal("sendmail: kim@example.net | 421 |  | example.net (smtp)... Deferred: Connection timed out during user open with example.net", read);
    }

    [Fact]
    public void A_greeting_that_refuses_comes_before_any_command()
    {
        var read = Reading.Of("""
               ----- The following addresses had permanent fatal errors -----
            <kim@example.net>

               ----- Transcript of session follows -----
            ... while talking to mx.example.net.:
            <<< 554 mx.example.net ESMTP not accepting messages
            """);
        Assert.Equal("sendmail: kim@example.net | 554 Connect | mx.example.net | mx.example.net ESMTP not accepting messages", read);
    }
}
