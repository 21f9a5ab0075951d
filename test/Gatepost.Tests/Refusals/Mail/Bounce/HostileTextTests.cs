using System.Diagnostics;
using CsCheck;
using Gatepost.Refusals.Mail.Bounce;

namespace Gatepost.Tests.Refusals.Mail.Bounce;

/// <summary>Any text is read without a throw and in a time that grows with its length, whatever stands in it.</summary>
public class HostileTextTests
{
    private static readonly string[] Pieces =
    [
        "<kim@example.net>:", "kim@example.net", "550 5.7.1 ", "550-", "\n", "\n\n", "  ", "    ", "\t", "\"", "'", "<", ">", "@", "[192.0.2.1]", "(expanded from <", "host mx.example.net", " said: ", "(in reply to RCPT TO command)", "(reason: ",
        "Hi. This is the qmail-send program at x.", "Remote host said:", "This message was created automatically by mail delivery software", "SMTP error from remote mail server after ", "RCPT TO:<", "Transcript of session follows", "The following addresses had ", ">>> ", "<<< ",
        "... while talking to mx.example.net.:", "Generating server:", "#550 ", " ##", "ERROR_CODE :", "Recipient address:", "Diagnostic code: smtp;", "Final-Recipient: rfc822;", "did not reach the following recipient(s):", "generated from ", "could not be delivered", "-----", "Received:", "DATA", "421", "é", "受信者", "\0", "\ud800",
    ];

    private static Gen<string> Texts(int most) =>
        Gen.Int[0, Pieces.Length - 1].Array[0, most].Select(static picked => string.Concat(picked.Select(static i => Pieces[i])));

    [Fact]
    public void Never_throws() =>
        Texts(60).Sample(static body => { Read(body); }, iter: 3_000);

    [Fact]
    public void Never_throws_on_any_characters() => Gen.String.Sample(static body => { Read(body); }, iter: 1_000);

    [Fact]
    public void Finds_only_addresses_that_stand_in_the_text() =>
        Texts(40).Sample(
            static body => Read(body).All(f => body.Contains(f.Recipient, StringComparison.OrdinalIgnoreCase)), iter: 2_000);

    [Theory]
    [InlineData("<kim@example.net>:\n")]
    [InlineData("could not be delivered to kim@example.net, ")]
    [InlineData("could not be delivered to a@b.example\n")]
    [InlineData("----- Transcript of session follows -----\n>>> RCPT\n<<< 550 a\n550 <a@b.example>... c\n")]
    [InlineData("  kim@example.net\n    host mx.example.net [192.0.2.1]: 550-")]
    [InlineData("\"@\"@<<@@ could not be delivered ")]
    [InlineData("550-5.7.1 could not be delivered\n")]
    public void Long_texts_are_read_quickly(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 4_000_000 / piece.Length));
        var clock = Stopwatch.StartNew();
        Read(body);
        Read("The following addresses had permanent fatal errors\n" + body);
        Read("This message was created automatically by mail delivery software\n\n" + body);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), clock.Elapsed.ToString());
    }

    private static IReadOnlyList<Finding> Read(string body) =>
        BounceDialects.Read(new BounceText(body) { Subject = "Undelivered", From = "MAILER-DAEMON@mx.example.org", To = "pat@example.org" }, out _);
}
