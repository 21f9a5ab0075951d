using System.Text;
using CsCheck;
using Gatepost.Refusals;
using Gatepost.Smtp;
using TextReader = Gatepost.Refusals.Texts.TextReader;

namespace Gatepost.Tests.Refusals.Texts;

public class TextReaderTests
{
    private static readonly TextReader Reader = new();

    [Theory]
    [InlineData("554 5.7.1 <b@example.net>: Relay access denied", "554 5.7.1 <b@example.net>: Relay access denied", 1)]
    [InlineData("571 xyzzy", "571 xyzzy", 1)]
    [InlineData("5.7.1 Unable to deliver to <b@example.net>", "5.7.1 Unable to deliver to <b@example.net>", 1)]
    [InlineData("550-5.7.1 first\r\n550-5.7.1 second\r\n550 5.7.1 third\r\n", "550 5.7.1 first second third", 1)]
    [InlineData("Relay access denied", "Relay access denied", 1)]
    [InlineData("Hello,\n\nI get this:\n\n  - 550 5.7.1 Unable to relay\n\nThanks", "550 5.7.1 Unable to relay", 5)]
    [InlineData("An error occurred while sending mail. The mail server responded:  \n554 5.7.1 <b@example.net>: Relay access denied.\nPlease check the message recipient and try again.", "554 5.7.1 <b@example.net>: Relay access denied.", 2)]
    [InlineData("The server responded: 554 5.7.1 <b@example.net>: Relay access denied.", "554 5.7.1 <b@example.net>: Relay access denied.", 1)]
    [InlineData("Server error: '550 5.7.60 SMTP; Client does not have permissions to send as this sender'", "550 5.7.60 SMTP; Client does not have permissions to send as this sender", 1)]
    [InlineData("> > Remote Server returned '550 5.7.54 SMTP; Unable to relay\n> > recipient in non-accepted domain'", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain", 1)]
    [InlineData("The error that the other server returned was:\n550 5.7.1 Relaying denied", "550 5.7.1 Relaying denied", 2)]
    [InlineData("The response was:\n\n550 5.1.1 The email account that you tried to reach does not exist. Please try\ndouble-checking the recipient's email address for typos.", "550 5.1.1 The email account that you tried to reach does not exist. Please try double-checking the recipient's email address for typos.", 3)]
    [InlineData("<p>Sending failed.</p><p><b>550 5.7.1</b> &lt;b@example.net&gt;&#39;s server: relaying denied</p><p>Bye</p>", "550 5.7.1 <b@example.net>'s server: relaying denied", 1)]
    [InlineData("Mail could not be sent, SMTP error 550", "550 Mail could not be sent, SMTP error 550", 1)]
    [InlineData("smtplib.SMTPRecipientsRefused: {'b@example.net': (554, b'5.7.1 <b@example.net>: Relay access denied')}", "554 5.7.1 <b@example.net>: Relay access denied", 1)]
    [InlineData("com.sun.mail.smtp.SMTPAddressFailedException: 550 5.7.1 Relaying denied", "550 5.7.1 Relaying denied", 1)]
    [InlineData("\ufeff550 Invalid recipient", "550 Invalid recipient", 1)]
    public void Reads_one_refusal(string text, string reply, int line)
    {
        var outcome = Read(text);
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal((InputFormat.Text, reply, line), (outcome.Format, refusal.Reply.ToString(), refusal.Source.Line));
    }

    [Theory]
    [InlineData("", "an empty file")]
    [InlineData(" \r\n\t\r\n", "an empty file")]
    [InlineData("Dear customer, see our 550 new offers", "a line of text without a refusal in it")]
    [InlineData("Dear customer,\n\n550 new offers are waiting.\n500 messages per hour are free!\n", "ordinary text without a refusal in it")]
    [InlineData("450 Main Street\nSpringfield", "ordinary text without a refusal in it")]
    [InlineData("{\"a\": 550}", "a JSON document without a refusal in it")]
    [InlineData("<!DOCTYPE html><html><body>Hi</body></html>", "an HTML page")]
    [InlineData("PK\u0003\u0004\u0000\u0000\u0000\u0000", "a ZIP archive")]
    [InlineData("\u0000\u0001\u0002\u0003", "a binary file")]
    [InlineData("250 2.1.5 Ok", "a line of text without a refusal in it")]
    public void Says_what_it_is_instead(string text, string instead)
    {
        var outcome = Read(text);
        Assert.Empty(outcome.Refusals);
        Assert.Equal((InputFormat.Unknown, instead), (outcome.Format, outcome.Instead));
    }

    [Fact]
    public void Reads_the_words_around_a_reply()
    {
        var refusal = Assert.Single(Read(
            "<b@example.net>: host mx.example.net[192.0.2.25] said: 554 5.7.1\n    <b@example.net>: Relay access denied (in reply to RCPT TO command)\n").Refusals);
        Assert.Equal("554 5.7.1 <b@example.net>: Relay access denied", refusal.Reply.ToString());
        Assert.Equal(("b@example.net", "mx.example.net", "192.0.2.25", SmtpPhase.Rcpt), (refusal.Recipient, refusal.RemoteMta, refusal.RemoteAddress, refusal.Phase));
    }

    [Fact]
    public void Context_does_not_leak_from_one_refusal_to_the_next()
    {
        var refusals = Read(
            "<a@example.net>: host mx1.example.net[192.0.2.1] said: 550 5.1.1 no such user\n<b@example.com>: host mx2.example.com[192.0.2.2] said: 451 4.7.1 try later\n").Refusals;
        Assert.Equal([("a@example.net", "192.0.2.1"), ("b@example.com", "192.0.2.2")], refusals.Select(r => (r.Recipient, r.RemoteAddress)));
        Assert.Equal([RefusalKind.Failed, RefusalKind.Delayed], refusals.Select(r => r.Kind));
    }

    [Fact]
    public void Many_lines_are_as_many_refusals()
    {
        string[] lines = ["550 5.7.1 Relaying denied", "554 5.7.1 <a@example.net>: Relay access denied", "550 5.7.1 Relaying denied", "451 4.7.1 try later"];
        var refusals = Read(string.Join('\n', lines)).Refusals;
        Assert.Equal(lines, refusals.Select(r => r.Reply.ToString()));
        Assert.Equal([1, 2, 3, 4], refusals.Select(r => r.Source.Line));
    }

    [Fact]
    public void Every_collected_line_is_read_alone()
    {
        var path = SharedCorpus.Find("texts/refusals.tsv");
        Assert.SkipWhen(path is null, "the shared corpus is not here");
        var texts = File.ReadLines(path).Skip(1).Select(l => l.Split('\t')[1]).ToList();
        Assert.DoesNotContain(texts, t => Read(t).Refusals.Count != 1);
        texts.RemoveAll(t => t[3] == '-');
        Assert.Equal(texts.Select(t => Reply.Parse(t)), Read(string.Join('\n', texts)).Refusals.Select(r => r.Reply));
    }

    [Fact]
    public void Never_throws_and_line_ends_do_not_matter() =>
        Gen.OneOf(Gen.String, Gen.OneOf("550", " ", "5.7.1", "\n", "> ", "- ", "<p>", "</p>", "&lt;", "&#x0;", "&", ";", "<", "said: ", "host mx.example.net[192.0.2.1] ", "Relay access denied", "RCPT TO:<a@b.example>", "(in reply to RCPT TO command)", "'", "550-", "\t", "{", "denied")
            .Array[0, 14].Select(string.Concat)).Sample(
            text =>
            {
                var unix = text.ReplaceLineEndings("\n");
                Reader.Recognise(Make(unix));
                var one = Read(unix).Refusals.Select(r => (r.Reply, r.Source.Line, r.Recipient));
                Assert.Equal(one, Read(unix.Replace("\n", "\r\n", StringComparison.Ordinal)).Refusals.Select(r => (r.Reply, r.Source.Line, r.Recipient)));
            },
            iter: 10_000);

    private static Document Make(string text) => new("-", Encoding.UTF8.GetBytes(text));

    private static ReadOutcome Read(string text) => Reader.Read(Make(text), ReadLimits.Default);
}
