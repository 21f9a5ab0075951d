using Gatepost.Smtp;

namespace Gatepost.Tests.Smtp;

public class ReplyParseTests
{
    [Theory]
    [InlineData("550 5.7.1 <a@b.example>: Relay access denied", 550, "5.7.1", "<a@b.example>: Relay access denied")]
    [InlineData("513 Relaying denied.", 513, null, "Relaying denied.")]
    [InlineData("550-5.7.1 a\r\n550-5.7.1 b\r\n550 5.7.1 c", 550, "5.7.1", "a b c")]
    [InlineData("550-5.7.1 a\n550 5.7.1 b", 550, "5.7.1", "a b")]
    [InlineData("550-5.7.1 a\r550 5.7.1 b", 550, "5.7.1", "a b")]
    [InlineData("550-5.7.1 a 550-5.7.1 b 550 5.7.1 c", 550, "5.7.1", "a b c")]
    [InlineData("550-first\\n550-second\\n550 third", 550, null, "first second third")]
    [InlineData("550-first\\r\\n550 second\\r\\n", 550, null, "first second")]
    [InlineData("550 5.7.1 first / 550 5.7.1 second", 550, "5.7.1", "first second")]
    [InlineData("550-Blocked\r\n550-Blocked\r\n550 Blocked", 550, null, "Blocked")]
    [InlineData("550-5.7.1 [192.0.2.1] said no 550 5.7.1 see http://example.org/553", 550, "5.7.1", "[192.0.2.1] said no see http://example.org/553")]
    [InlineData("550 #5.1.0 Address rejected.", 550, "5.1.0", "Address rejected.")]
    [InlineData("553 sorry, not in my list (#5.7.1)", 553, "5.7.1", "sorry, not in my list")]
    [InlineData("553 sorry, not in my list (#5.5.3 - chkuser)", 553, "5.5.3", "sorry, not in my list (#5.5.3 - chkuser)")]
    [InlineData("5.7.1 Unable to deliver to <rcpt@example.org>", null, "5.7.1", "Unable to deliver to <rcpt@example.org>")]
    [InlineData("550 (5.7.1) no", 550, "5.7.1", "no")]
    [InlineData("550 [5.7.1] no", 550, "5.7.1", "no")]
    [InlineData("SMTP; 550 5.1.1 no", 550, "5.1.1", "no")]
    [InlineData("smtp;550 5.1.1 no", 550, "5.1.1", "no")]
    [InlineData("smtp; 5.1.1 no", null, "5.1.1", "no")]
    [InlineData("5505.7.1 no", 550, "5.7.1", "no")]
    [InlineData("550-5.7.1text", 550, "5.7.1", "text")]
    [InlineData("550 550 5.1.1 dup", 550, "5.1.1", "dup")]
    [InlineData("550 5.1.1 550 5.1.1 dup", 550, "5.1.1", "dup")]
    [InlineData("550: 5.1.1 <a@example.jp>... User Unknown", 550, "5.1.1", "<a@example.jp>... User Unknown")]
    [InlineData("550, no", 550, null, "no")]
    [InlineData("550 - Requested action not taken", 550, null, "Requested action not taken")]
    [InlineData("550 : User unknown", 550, null, "User unknown")]
    [InlineData("#550 5.7.1 #", 550, "5.7.1", "")]
    [InlineData("#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##", 550, "5.1.1", "RESOLVER.ADR.RecipNotFound; not found")]
    [InlineData("#< #5.1.1 smtp;550 5.1.1 <a@b.example>... User unknown> #SMTP#", 550, "5.1.1", "<a@b.example>... User unknown")]
    [InlineData("mx.example.net #<mx.example.net #5.1.1 smtp;550 No such user> #SMTP#", 550, "5.1.1", "No such user")]
    [InlineData("Remote host said: 550 5.1.1 no", 550, "5.1.1", "no")]
    [InlineData("host mx.example.net[192.0.2.1]:25 said: 550 no", 550, null, "no")]
    [InlineData("<mx.example.net[192.0.2.25]>: 550 no", 550, null, "no")]
    [InlineData("550 5.7.1 <a@b.example>: Relay\r\n      access\r\n\tdenied", 550, "5.7.1", "<a@b.example>: Relay access denied")]
    [InlineData("550\r\n 5.7.1 no", 550, "5.7.1", "no")]
    [InlineData("Mail was refused, SMTP error 550", 550, null, "Mail was refused, SMTP error 550")]
    [InlineData("We do not relay (550)", 550, null, "We do not relay")]
    [InlineData("Server error: '550 5.7.60 SMTP; Client doesn't have permissions'", 550, "5.7.60", "SMTP; Client doesn't have permissions")]
    [InlineData("The server responded: 554 5.7.1 <a@b.example>: Relay access denied.", 554, "5.7.1", "<a@b.example>: Relay access denied.")]
    [InlineData("(550 5.7.1 relaying (still) denied)", 550, "5.7.1", "relaying (still) denied")]
    [InlineData("reject=550 5.7.1 denied", 550, "5.7.1", "denied")]
    [InlineData("452 5.2.2 full", 452, "5.2.2", "full")]
    [InlineData("550 4.7.1 5.7.1 both", 550, "5.7.1", "both")]
    [InlineData("501 validation failed: RCPT TO not accepted: 5.7.1 This system", 501, "5.7.1", "validation failed: RCPT TO not accepted: 5.7.1 This system")]
    [InlineData("550 5.1.1 Failed, from MTA([127.0.0.1]:10025): 550 5.1.1 <a@b.example>: no", 550, "5.1.1", "Failed, from MTA([127.0.0.1]:10025): 550 5.1.1 <a@b.example>: no")]
    [InlineData("5.7.1 550 no", 550, "5.7.1", "no")]
    [InlineData("421 4.7.0\u0000 slow\u001b[1m down", 421, "4.7.0", "slow [1m down")]
    [InlineData("550", 550, null, "")]
    [InlineData("250 2.1.5 Ok", 250, "2.1.5", "Ok")]
    [InlineData("550 relaying <a@b.example> prohibited (5.7.1)", 550, "5.7.1", "relaying <a@b.example> prohibited")]
    public void Reads_every_form(string text, int? code, string? enhanced, string rest)
    {
        var reply = Reply.Parse(text);
        Assert.Equal((code, enhanced, rest), (reply.Code, reply.Enhanced?.ToString(), reply.Text));
    }

    [Theory]
    [InlineData("connect to mx.example.net:587 refused")]
    [InlineData("connect to mx.example.net[192.0.2.1]: port 550 is closed")]
    [InlineData("host 192.0.2.250 not found")]
    [InlineData("550.0.2.1")]
    [InlineData("blocked, see https://example.org/553/x?id=554&y=550")]
    [InlineData("queued as 550AB12CD and 4Xy550")]
    [InlineData("500 messages per hour")]
    [InlineData("limit is 500 messages per hour")]
    [InlineData("message of 550 kB is larger than 500 KB")]
    [InlineData("call (555) 123-4567 or 555-123-4567 or +49 555 1234")]
    [InlineData("Since 2005 nothing came")]
    [InlineData("Relay access denied")]
    [InlineData("")]
    [InlineData("a 5500 b 55 c")]
    public void Takes_no_other_number_for_a_code(string text)
    {
        var reply = Reply.Parse(text);
        Assert.Equal((null, null, text), (reply.Code, reply.Enhanced, reply.Text));
    }

    [Theory]
    [InlineData("550 refused by Exim 5.4.2")]
    [InlineData("550 mailer version 5.7.1 is too old")]
    [InlineData("550 client 5.7.1.9 is listed")]
    [InlineData("550 see mx5.7.1.example.net")]
    [InlineData("550 rule 4.2.1 applies")]
    public void Takes_no_other_dotted_number_for_a_status(string text) => Assert.Null(Reply.Parse(text).Enhanced);

    [Fact]
    public void Null_and_empty_give_the_empty_reply()
    {
        Assert.Same(Reply.Empty, Reply.Parse(null));
        Assert.Same(Reply.Empty, Reply.Parse(" \r\n "));
    }
}
